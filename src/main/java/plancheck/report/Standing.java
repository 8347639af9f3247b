package plancheck.report;

import plancheck.facts.Label;
import plancheck.facts.Term;

/** What a project is to the plans: the basis it has in them; what is told of the whole where several are found comes first. */
public enum Standing implements Term {
    AGAINST("与规划不一致", "against the plan"),
    NAMED("规划点名的工程", "named in the plan"),
    OPEN("待确认是否规划点名的工程", "to be confirmed whether it is a work that the plan names"),
    OF_KIND("规划要求建设的同类工程", "of a kind that the plan calls for here"),
    NOT_PROVIDED_FOR("规划没有涉及", "not provided for"),
    UNFOUNDED("所称依据不成立", "claimed without ground");

    private final Label name;

    Standing(String zh, String en) {
        this.name = new Label(zh, en);
    }

    @Override
    public Label inWords() {
        return name;
    }
}
