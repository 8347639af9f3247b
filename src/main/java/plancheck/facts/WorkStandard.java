package plancheck.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may be said of the class of a work, in a plan or of a project. */
public enum WorkStandard implements Term {
    ROAD_CLASS(
            "公路技术等级",
            "road class",
            List.of(
                    new Grade("expressway", "高速公路", "expressway"),
                    new Grade("class-1", "一级", "class I"),
                    new Grade("class-2", "二级", "class II"),
                    new Grade("class-3", "三级", "class III"),
                    new Grade("class-4", "四级", "class IV"))),
    TRUNK(
            "干线类别",
            "sort of trunk road",
            List.of(new Grade("national", "国道", "national"), new Grade("provincial", "省道", "provincial"))),
    MUSEUM_CLASS(
            "博物馆等级",
            "museum class",
            List.of(
                    new Grade("first", "一级", "first"),
                    new Grade("second", "二级", "second"),
                    new Grade("third", "三级", "third")));

    private record Grade(String id, String zh, String en) {}

    private final Label name;
    private final Map<String, Label> classes = new LinkedHashMap<>();

    WorkStandard(String zh, String en, List<Grade> highestFirst) {
        this.name = new Label(zh, en);
        highestFirst.forEach(each -> classes.put(each.id(), new Label(each.zh(), each.en())));
    }

    @Override
    public Label inWords() {
        return name;
    }

    /** Its classes by id, the highest first. */
    public Map<String, Label> classes() {
        return Collections.unmodifiableMap(classes);
    }

    /** A class in words; as written when it is none of these. */
    public Label inWords(String id) {
        return classes.getOrDefault(id, Label.of(id));
    }

    /** Whether one is as high as the other, or higher; false where one of them is none of its classes. */
    public boolean reaches(String id, String other) {
        List<String> order = List.copyOf(classes.keySet());
        return order.contains(id) && order.contains(other) && order.indexOf(id) <= order.indexOf(other);
    }
}
