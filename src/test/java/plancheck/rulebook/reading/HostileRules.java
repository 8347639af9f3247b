package plancheck.rulebook.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Rule files that say more than {@code src/docs/notation.md} allows: one sound file, and what to put in place of what in it.
 * Wherever Java could run, it would make the {@link Canary} sing.
 */
final class HostileRules {
    static final String SOUND = """
            package provisions
            import plancheck.facts.*

            rule "CC-1-1-a 一项规定"
                @clause( "一/1" )
                @anchor( "规定" )
                @force( "must" )
                @indicator( "rate" )
                @atLeast( "2025-12-31: 60" )
                @en( "A provision" )
            when
                $subject : Place( level == Level.CITY )
            then
                insert( Requirement.of( drools.getRule().getName(), $subject ) );
            end
            """;
    private static final String SING = "plancheck.rulebook.reading.Canary.sing()";
    private static final String WHEN = "\nwhen\n";
    private static final String PATTERN = "$subject : Place( level == Level.CITY )";
    private static final String CONDITION = "level == Level.CITY";
    private static final String INSERT = "    insert( Requirement.of( drools.getRule().getName(), $subject ) );";
    private static final String IMPORT = "import plancheck.facts.*\n";

    private final List<Case> cases = new ArrayList<>();

    /**
     * @param line where the first thing stands that is not allowed
     * @param reason what of the message says why, in Chinese; {@code english} likewise
     */
    record Case(String name, String file, int line, String reason, String english) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        HostileRules rules = new HostileRules();
        rules.besideRules();
        rules.attributes();
        rules.annotations();
        rules.patterns();
        rules.conditions();
        rules.values();
        rules.consequences();
        rules.letters();
        return rules.cases;
    }

    private void add(String name, String from, String to, int line, String reason, String english) {
        if (!SOUND.contains(from)) {
            throw new IllegalArgumentException(name + ": " + from);
        }
        cases.add(new Case(name, SOUND.replace(from, to), line, reason, english));
    }

    private void besideRules() {
        String zh = "文件开头应为这两行";
        String en = "begins with these two lines";
        add("another package", "package provisions", "package plancheck.rulebook", 1, zh, en);
        add("a package that goes on", "package provisions", "package provisions.of.others", 1, zh, en);
        add("another import", "plancheck.facts.*", "java.lang.Runtime", 2, zh, en);
        add("no import", IMPORT, "", 3, zh, en);
        add("both in one line", "package provisions\nimport", "package provisions import", 1, zh, en);
        String rule = "此处只能是另起一行的 rule \"编号 标题\"";
        String only = "here only a rule \"id title\" on a line of its own may stand";
        for (String more : List.of(
                "import java.util.*",
                "import function plancheck.rulebook.reading.Canary.sing",
                "import static plancheck.rulebook.reading.Canary.sing",
                "function boolean f() { return " + SING + "; }",
                "global java.util.List list",
                "declare Place extends plancheck.facts.Item end",
                "declare enum Colour RED(\"r\"); end",
                "query \"all\" Place() end",
                "unit plancheck.rulebook.reading.Canary",
                "dialect \"mvel\"",
                "window-declaration w Place() over window:time( 1s ) from entry-point e end",
                "expander any.dsl",
                "salience 10",
                ";")) {
            add("beside rules: " + more, IMPORT, IMPORT + more + "\n", 3, rule, only);
        }
        add("two rules in one line", "\nend\n", "\nend rule \"CC-1-1-b 另一项\"\n", 15, "单独一行", "on a line of its own");
        add("a rule behind the import", IMPORT + "\n", IMPORT.strip() + " ", 2, rule, only);
        add("an empty file", SOUND, "", 1, zh, en);
        add("no end", "\nend\n", "\n", 15, "文件到此已结束", "the file ends here");
    }

    private void attributes() {
        String zh = "规则名之后只能是 @注解( \"值\" )，然后另起一行写 when";
        String en = "after the title come @annotations( \"value\" ), then when on a line of its own";
        for (String attribute : List.of(
                "salience 10",
                "salience( " + SING + " ? 1 : 2 )",
                "enabled( " + SING + " )",
                "timer( expr: " + SING + " )",
                "timer( int: 3s 1s )",
                "dialect \"mvel\"",
                "dialect \"java\"",
                "agenda-group \"a\"",
                "activation-group \"a\"",
                "ruleflow-group \"a\"",
                "no-loop true",
                "lock-on-active true",
                "auto-focus true",
                "duration 1000",
                "date-effective \"2025-01-01\"",
                "calendars \"a\"",
                "attributes salience 10",
                "extends \"CC-1-1-a 一项规定\"")) {
            add("attribute: " + attribute, WHEN, "\n    " + attribute + WHEN, 11, zh, en);
        }
        add("extends in the title's line", "一项规定\"", "一项规定\" extends \"another\"", 4, zh, en);
        add("when behind an annotation", "\nwhen\n", " when\n", 10, zh, en);
        add("a title without quotes", "rule \"CC-1-1-a 一项规定\"", "rule CC", 4, "双引号中的文字", "a text in double quotes");
        add("a title in single quotes", "\"CC-1-1-a 一项规定\"", "'CC-1-1-a 一项规定'", 4, "不用单引号", "not in single ones");
    }

    private void annotations() {
        String text = "双引号中的文字";
        String quoted = "a text in double quotes";
        add(
                "unknown annotation",
                "@force",
                "@Watch( \"a\" ) @force",
                7,
                "不认识注解 @Watch",
                "there is no annotation @Watch");
        add("misspelt annotation", "@force", "@fource", 7, "是否想写 @force", "did you mean @force?");
        add("annotation of Drools", "@force", "@Propagation( EAGER ) @force", 7, "不认识注解", "there is no annotation");
        add("annotation twice", "@force( \"must\" )", "@force( \"must\" ) @force( \"strive\" )", 7, "写了两次", "twice");
        add(
                "annotation out of order",
                "@force( \"must\" )",
                "@en( \"A\" ) @force( \"must\" )",
                7,
                "之前",
                "comes before");
        add("value without quotes", "( \"must\" )", "( must )", 7, text, quoted);
        add("value of Java", "( \"must\" )", "( " + SING + " )", 7, text, quoted);
        add("value with a key", "( \"must\" )", "( value = \"must\" )", 7, text, quoted);
        add("annotation in an annotation", "( \"must\" )", "( @Canary( \"must\" ) )", 7, text, quoted);
        add("a sum of texts", "( \"must\" )", "( \"mu\" + \"st\" )", 7, "此处应为 )", "here comes )");
        add("two values", "( \"must\" )", "( \"must\", \"strive\" )", 7, "此处应为 )", "here comes )");
        add("no brackets", "@force( \"must\" )", "@force", 8, "此处应为 (", "here comes (");
    }

    private void patterns() {
        String zh = "when 部分应恰有一个对象";
        String en = "when has one subject";
        String then = "一个对象之后应为 then";
        String after = "after the one subject comes then";
        for (String pattern : List.of(
                "eval( " + SING + " )",
                "not Place( level == Level.CITY )",
                "exists Place( level == Level.CITY )",
                "forall( Place( level == Level.CITY ) )",
                "( " + PATTERN + " )",
                "$place : Place( level == Level.CITY )",
                "Place( level == Level.CITY )",
                "$subject := Place( level == Level.CITY )",
                "$subject : Object()",
                "$subject : plancheck.facts.Place( level == Level.CITY )",
                "$subject : java.lang.Runtime()",
                "$subject : new String( \"a\" )",
                "accumulate( Place(), $n : count( 1 ) )",
                "?all( $subject; )",
                "")) {
            add("pattern: " + pattern, PATTERN, pattern, pattern.isEmpty() ? 13 : 12, zh, en);
        }
        for (String more : List.of(
                " from " + SING,
                " from entry-point \"" + SING + "\"",
                " from collect( Place() )",
                " over window:length( 10 )",
                " or Place()",
                " and Place()",
                " || Place()",
                "\n    eval( " + SING + " )",
                "\n    $other : Place()",
                "\n    if ( true ) do[a]",
                "\n    do[a]",
                " @watch( level )",
                " # ein Kommentar")) {
            add(
                    "behind the pattern: " + more.strip(),
                    PATTERN,
                    PATTERN + more,
                    more.startsWith("\n") ? 13 : 12,
                    then,
                    after);
        }
        add("a path", PATTERN, "$subject : /places", 12, "注释只能以 // 开头", "a comment begins with //");
        add("all in one line", "\nwhen\n    ", "\nwhen ", 11, zh, en);
    }

    private void conditions() {
        String zh = "条件只能是 kind、level、code、sector、number( \"…\" )、yes( \"…\" )、text( \"…\" ) 与一个值的比较";
        String en = "conditions are comparisons of kind, level, code, sector";
        for (String condition : List.of(
                SING,
                "eval( " + SING + " )",
                "this == null",
                "getLevel() == Level.CITY",
                "place.level == Level.CITY",
                "place!.level == Level.CITY",
                "( level == Level.CITY )",
                "!( level == Level.CITY )",
                "not level == Level.CITY",
                "$l : level == Level.CITY",
                "class.forName( \"a\" ) != null",
                "\"a\" == code",
                "new String( \"a\" ) == code",
                "name matches \".*\"")) {
            add("condition: " + condition, CONDITION, condition, 12, zh, en);
        }
        String operator = "比较只能用 == != < <= > >= in";
        String operators = "a comparison is one of == != < <= > >= in";
        for (String comparison : List.of(
                "code matches \"62.*\"",
                "code not matches \"62.*\"",
                "code memberOf list",
                "code not in ( \"1\" )",
                "code contains \"1\"",
                "code soundslike \"1\"",
                "code str[startsWith] \"1\"",
                "code ##sing \"1\"",
                "code = \"1\"",
                "code \"==\" \"1\"",
                "code.length() == 1",
                "level",
                "number( \"rate\" ).intValue() > 1",
                "number( \"rate\" ) + 1 > 1")) {
            add("comparison: " + comparison, CONDITION, comparison, 12, operator, operators);
        }
        for (String more : List.of(
                " && " + SING,
                " || " + SING,
                " ; " + SING,
                " == Level.CITY",
                "[0]",
                ".name() == \"CITY\"",
                " + 1",
                "{ }")) {
            add("behind a condition: " + more, CONDITION, CONDITION + more, 12, "此处应为 ,", "here comes ,");
        }
        add("5,000 brackets", CONDITION, "(".repeat(5000) + CONDITION + ")".repeat(5000), 12, zh, en);
        add(
                "5,000 comparisons",
                CONDITION,
                "number( \"rate\" ) > 1, ".repeat(5000) + CONDITION,
                12,
                "最多写100项",
                "at most 100");
        add(
                "a figure's name of Java",
                CONDITION,
                "number( " + SING + " ) > 1",
                12,
                "双引号中的文字",
                "a text in double quotes");
    }

    private void values() {
        String zh = "值只能是数字、\"文字\"、true、false 或 Level.COUNTY 等";
        String en = "a literal is a number, a \"text\", true, false, or a level";
        for (String value : List.of(
                SING,
                "null",
                "code",
                "$subject.code",
                "(Level) null",
                "new java.util.ArrayList()",
                "[ 1 ]",
                "{ 1 }",
                "( \"1\" )",
                "'1'.length()",
                "#{ 1 }")) {
            boolean single = value.startsWith("'");
            add(
                    "value: " + value,
                    CONDITION,
                    "code == " + value,
                    12,
                    single ? "不用单引号" : zh,
                    single ? "not in single" : en);
        }
        add("a level of Java", "Level.CITY", "Level.valueOf( \"CITY\" )", 12, "此处应为 ,", "here comes ,");
        add(
                "a level that there is not",
                "Level.CITY",
                "Level.class",
                12,
                "“Level.class”看不懂",
                "“Level.class” in a condition");
        add("a long level", "Level.CITY", "plancheck.facts.Level.CITY", 12, zh, en);
        add("a number of Java", CONDITION, "number( \"rate\" ) > 1L", 12, zh, en);
        add("a power", CONDITION, "number( \"rate\" ) > 1e9", 12, zh, en);
        add("a number without end", CONDITION, "number( \"rate\" ) > " + "9".repeat(100_000), 12, zh, en);
        add("a list of Java", CONDITION, "code in ( " + SING + " )", 12, zh, en);
        add("a list that is none", CONDITION, "code in list", 12, "此处应为 (", "here comes (");
        add("an empty list", CONDITION, "code in ( )", 12, zh, en);
        add("a kind of a place", CONDITION, "kind == \"house\"", 12, "这类对象没有 kind", "no kind");
        add("a level twice", CONDITION, CONDITION + ", " + CONDITION, 12, "写了两次", "written twice");
        add("more than a level", CONDITION, "level > Level.CITY", 12, "不能用 > 比较", "cannot be compared by >");
        add("a number as a text", CONDITION, "text( \"rate\" ) == \"1\"", 12, "请用 number", "use number");
        add("more than yes", CONDITION, "yes( \"done\" ) > true", 12, "不能用 yes", "cannot be compared");
        add("a text for a number", CONDITION, "number( \"rate\" ) > \"1\"", 12, "不在登记之列", "no value that there is");
    }

    private void consequences() {
        String zh = "then 部分不是规定写法";
        String en = "then is the same in every rule";
        for (String then : List.of(
                "    " + SING + ";",
                "    insertLogical( Requirement.of( drools.getRule().getName(), $subject ) );",
                "    insert( Requirement.of( drools.getRule().getName(), " + SING + " ) );",
                "    insert( Requirement.of( \"" + "CC-1-1-b\", $subject ) );",
                "    insert( new Requirement( drools.getRule().getName(), $subject ) );",
                "    modify( $subject ) { }",
                "    update( $subject );",
                "    retract( $subject );",
                "    // nothing",
                "    insert( Requirement.of( drools.getRule().getName(), $subject ) )",
                "    drools.halt();")) {
            int line = then.contains("//") || !then.contains(";") && then.contains("insert(") ? 15 : 14;
            add("then: " + then.strip(), INSERT, then, line, zh, en);
        }
        String end = "单独一行 end";
        String alone = "end on a line of its own";
        add("more in then", INSERT, INSERT + "\n    " + SING + ";", 15, end, alone);
        add("more in then's line", INSERT, INSERT + " " + SING + ";", 14, end, alone);
        add("a second then", INSERT, INSERT + "\nthen[a]\n    " + SING + ";", 15, end, alone);
        add("then in the pattern's line", "\nthen\n", " then\n", 12, zh, en);
    }

    private void letters() {
        String slash = "反斜杠";
        String backslash = "no backslash";
        add(
                "a quote as a Unicode escape in the title",
                "一项规定",
                "\\u0022 when eval(" + SING + ") then end",
                4,
                slash,
                backslash);
        add("a quote escaped", "( \"must\" )", "( \"mu\\\"st\" )", 7, slash, backslash);
        add(
                "a Unicode escape in a value",
                CONDITION,
                "code == \"\\u0022 + " + SING + " + \\u0022\"",
                12,
                slash,
                backslash);
        add("a Unicode escape outside quotes", "when\n", "wh\\u0065n\n", 11, slash, backslash);
        add("a text over two lines", "( \"must\" )", "( \"mu\nst\" )", 7, "同一行内结束", "ends on its line");
        add("a text without end", "( \"must\" )", "( \"must )", 7, "同一行内结束", "ends on its line");
        add("a long text", "\"规定\"", "\"" + "规".repeat(1001) + "\"", 6, "不超过1000字", "at most 1000 characters");
        add("a comment in stars", WHEN, "\n/* " + SING + " */" + WHEN, 11, "注释只能以 // 开头", "a comment begins with //");
        add("a comment that hides when", WHEN, "\n/*\nwhen */" + WHEN, 11, "注释只能以 // 开头", "a comment begins with //");
        add("a comment with #", WHEN, "\n# " + SING + WHEN, 11, "只能是 @注解", "after the title come @annotations");
        add("a homoglyph keyword", "\nwhen\n", "\nwh\u0435n\n", 11, "U+0435", "U+0435");
        add("a full-width bracket", "@force( ", "@force（ ", 7, "U+FF08", "U+FF08");
        add("a full-width quote", "\"must\"", "“must”", 7, "U+201C", "U+201C");
        add("a full-width blank", "    @force", "\u3000\u3000@force", 7, "U+3000", "U+3000");
        add("a letter of another plane", "\nwhen\n", "\n\ud835\udc30hen\n", 11, "U+1D430", "U+1D430");
        add("a byte order mark", "package", "\ufeffpackage", 1, "U+FEFF", "U+FEFF");
        add("a text turned round", "\"must\"", "\"must\u202e\"", 7, "U+202E", "U+202E");
        add("a comment turned round", WHEN, "\n// \u2066" + WHEN, 11, "U+2066", "U+2066");
        add("an invisible letter in a title", "一项规定", "一项\u200b规定", 4, "U+200B", "U+200B");
        add("a line of another kind in a comment", WHEN, "\n// a\u2028" + SING + WHEN, 11, "U+2028", "U+2028");
        add("a line end of old in a comment", WHEN, "\n// a\r" + SING + WHEN, 11, "U+000D", "U+000D");
        add("a zero", "\"must\"", "\"must\u0000\"", 7, "U+0000", "U+0000");
        add("end within a text that is open", "一项规定\"", "一项规定\nend\n", 4, "同一行内结束", "ends on its line");
    }
}
