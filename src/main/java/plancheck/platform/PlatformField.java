package plancheck.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plancheck.facts.NormalForm;

/** A field of the national online approval platform for investment projects, by the heads under which offices send it. */
enum PlatformField {
    CODE("项目代码", "projectcode"),
    NAME("项目名称", "projectname"),
    PLACE("建设地点", "建设地点所属行政区划", "建设地点行政区划", "项目所在地", "建设详细地址", "建设地址", "所在地区", "建设地点详情", "projectplace", "placecode"),
    NATURE("建设性质", "constructionnature", "buildnature"),
    SCALE("建设规模及内容", "建设规模和内容", "主要建设规模及内容", "主要建设内容及规模", "建设内容及规模", "主要建设内容", "建设内容", "建设规模", "scalecontent"),
    INVESTMENT("总投资", "项目总投资", "总投资额", "投资总额", "totalinvestment", "totalmoney"),
    START("拟开工时间", "计划开工时间", "开工时间", "拟开工日期", "计划开工日期", "开工日期", "拟开工年份", "计划开工年份", "startyear", "startdate"),
    COMPLETION("拟建成时间", "计划建成时间", "计划竣工时间", "竣工时间", "拟建成日期", "计划竣工日期", "建成日期", "拟建成年份", "计划建成年份", "endyear", "enddate"),
    INDUSTRY("所属行业", "国标行业", "国标行业代码", "行业代码", "所属行业代码", "国民经济行业分类", "国标行业名称", "industry", "industrycode"),
    APPROVAL("项目类型", "审批类型", "审核备类型", "立项类型", "审批监管类型", "approvaltype", "projecttype"),
    OWNER("项目单位", "项目法人", "项目法人单位", "建设单位", "申报单位", "enterprisename", "projectunit");

    private final List<String> heads;

    PlatformField(String... heads) {
        this.heads = List.of(heads);
    }

    /** The field under this head; units in brackets and signs aside. */
    static Optional<PlatformField> under(String head) {
        String plain = plain(head);
        return Arrays.stream(values())
                .filter(field -> field.heads.contains(plain))
                .findFirst();
    }

    /** How offices call it most. */
    String head() {
        return heads.get(0);
    }

    private static String plain(String head) {
        return NormalForm.of(head)
                .replaceAll("[(（\\[【].*", "")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
