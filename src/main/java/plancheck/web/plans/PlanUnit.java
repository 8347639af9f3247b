package plancheck.web.plans;

import plancheck.facts.Label;
import plancheck.rulebook.Plan;

/**
 * What a clause is called where it stands: 六、…, （一）…, 专栏5 …, 3.…, 第2段.
 *
 * @param number as the plan has it; what kind of unit it is when it bears none
 * @param heading empty when the clause has none
 */
record PlanUnit(Label number, String heading) {

    static PlanUnit of(Plan.ClauseEntry entry) {
        String path = entry.path();
        return new PlanUnit(number(path.substring(path.lastIndexOf('/') + 1)), entry.heading());
    }

    private static Label number(String unit) {
        if (unit.matches("[一二三四五六七八九十]+")) {
            return Label.of(unit + "、");
        }
        if (unit.matches("\\d+")) {
            return Label.of(unit + ".");
        }
        if (unit.startsWith("段")) {
            return new Label("第" + unit.substring(1) + "段", "Paragraph " + unit.substring(1));
        }
        if (unit.startsWith("——")) {
            return new Label("第" + unit.substring(2) + "点", "Point " + unit.substring(2));
        }
        if (unit.startsWith("专栏")) {
            return new Label(unit, "Box " + unit.substring(2));
        }
        if (unit.startsWith("图")) {
            return new Label(unit, "Figure " + unit.substring(1));
        }
        return switch (unit) {
            case "文首" -> new Label("文首（标题、文号）", "Front matter");
            case "文尾" -> new Label("文尾", "Back matter");
            default -> Label.of(unit);
        };
    }
}
