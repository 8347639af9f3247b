package plancheck.proof;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What can be wrong with a rule book that no single rule shows. */
public enum Fault implements Term {
    BINDS_NOBODY("适用条件在任何材料中都不能成立", "its conditions hold in no dossier"),
    CANNOT_BE_KEPT("无论如何填报都不能符合", "cannot be kept"),
    CANNOT_BE_MISSED("无论如何填报都不会不符合", "cannot be missed"),
    HAS_NO_LINE("以规划基期数为准，但规划没有当地的基期数", "goes by a baseline that no plan gives for the place"),
    NOT_TOGETHER("约束同一对象，不能同时符合", "bind the same, and cannot be kept together"),
    BETTER_IS_WORSE("一项更好时，另一项由符合变为不符合", "where one gets better, the other turns from a pass into a fail"),
    UNLIKE_THE_CHECK("证明与检查的结论不同", "the check finds otherwise than the proof");

    private final Label name;

    Fault(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
