package plancheck.cli;

import picocli.CommandLine.Command;

/** {@code plancheck rules}: the rule book itself. */
@Command(
        name = "rules",
        header = "查看、测试和核对规则库。",
        description = {
            "",
            "  plancheck rules list                     列出全部规定",
            "  plancheck rules test PL-6.1-3-d          运行某条规定的测试用例",
            "  plancheck rules verify --plans 目录      对照规划原文核对锚词、数字和条款",
            "  plancheck rules conflicts                各规划要求不一之处，按哪条释义掌握",
            "  plancheck rules prove                    证明每条规定能符合也能不符合、彼此不矛盾",
            "  plancheck rules diff 旧规则 新规则       两套规则有何不同，改得更严还是更宽",
            "  plancheck rules changes PL-6.1-3-f       各版本改了什么、为什么改",
            "  plancheck rules directions               倡导方向和没有可判定标准的语句",
            "  plancheck rules register 规划 原文.txt   按原文重新生成规划的条款目录",
            "  plancheck rules doc -o 规定一览.md       把全部规定写成一份手册",
            ""
        },
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        subcommands = {
            RulesList.class,
            RulesShow.class,
            RulesTest.class,
            RulesCoverage.class,
            RulesVerify.class,
            RulesConflicts.class,
            RulesProve.class,
            RulesDiff.class,
            RulesRegister.class,
            RulesChanges.class,
            RulesDirections.class,
            RulesDoc.class
        })
final class RulesCommand extends CommandGroup {}
