package plancheck.dossier.pasting;

import java.util.List;
import java.util.stream.Stream;

/** Sheets as eight counties might keep them, as different as real ones are. */
public final class OwnSheets {
    /**
     * One of them.
     *
     * @param list which list it is one of
     * @param table as text that was copied
     * @param fields what it says, as the form's fields
     */
    public record OwnSheet(String list, String table, String fields) {
        @Override
        public String toString() {
            return table.lines().findFirst().orElse("");
        }
    }

    private static final List<OwnSheet> EIGHT = List.of(
            new OwnSheet( // heads in two rows, the upper merged over two columns; 序号, 乡镇 merged over rows
                    "villages",
                    """
                    泾川县自然村道路情况统计表
                    序号\t乡镇\t自然村\t户数\t道路情况\t
                    \t\t\t\t是否通硬化路\t里程（公里）
                    1\t城关镇\t甲村\t42\t已通\t1.2
                    2\t\t乙村\t38\t未通\t0
                    \t小计\t\t80\t\t1.2
                    """,
                    "{/villages/0/hardened-road=yes, /villages/0/households=42, /villages/0/name=甲村, "
                            + "/villages/1/hardened-road=no, /villages/1/households=38, /villages/1/name=乙村}"),
            new OwnSheet( // units below the heads, thousands, full width
                    "villages",
                    """
                    村名\t常住户数\t通硬化路
                    \t（户）\t（是/否）
                    甲村\t１，０４２户\t√
                    乙村\t 38 \t×
                    合计\t1080\t
                    """,
                    "{/villages/0/hardened-road=yes, /villages/0/households=1042, /villages/0/name=甲村, "
                            + "/villages/1/hardened-road=no, /villages/1/households=38, /villages/1/name=乙村}"),
            new OwnSheet( // heads with asides, notes below
                    "villages",
                    """
                    序号,自然村（组）名称,常住户数（截至2024年底）,硬化路
                    1,甲村,42,通
                    2,乙村,30,不通
                    填表人：王某,,,
                    """,
                    "{/villages/0/hardened-road=yes, /villages/0/households=42, /villages/0/name=甲村, "
                            + "/villages/1/hardened-road=no, /villages/1/households=30, /villages/1/name=乙村}"),
            new OwnSheet( // a column between, another that is like ours
                    "villages",
                    """
                    行政村\t自然村\t户籍户数\t常住户数\t通硬化路情况\t通动力电
                    东庄\t甲村\t50\t42\t已硬化\t是
                    东庄\t乙村\t60\t31\t未硬化\t是
                    """,
                    "{/villages/0/hardened-road=yes, /villages/0/households=42, /villages/0/name=甲村, "
                            + "/villages/1/hardened-road=no, /villages/1/households=31, /villages/1/name=乙村}"),
            new OwnSheet( // years with their unit, choices by name
                    "compounds",
                    """
                    序号\t小区名称\t所在区域\t建成年份（年）\t是否完成改造\t备注
                    1\t建设小区\t县城\t1998年\t已完成\t已验收
                    2\t和平小区\t县城\t2001\t未完成\t
                    """,
                    "{/compounds/0/built=1998, /compounds/0/in=county-seat, /compounds/0/name=建设小区, /compounds/0/note=已验收, "
                            + "/compounds/0/renovated=yes, /compounds/1/built=2001, /compounds/1/in=county-seat, "
                            + "/compounds/1/name=和平小区, /compounds/1/renovated=no}"),
            new OwnSheet( // distances with units of their own
                    "plots",
                    """
                    地块名称\t所在区域\t到最近绿地的步行距离（米）\t到最近公园的步行距离（米）
                    东湖花园\t县城\t260米\t0.45公里
                    西苑\t县城\t１８０\t1,200
                    """,
                    "{/plots/0/distance-to-green=260, /plots/0/distance-to-park=450, /plots/0/in=county-seat, /plots/0/name=东湖花园, "
                            + "/plots/1/distance-to-green=180, /plots/1/distance-to-park=1200, /plots/1/in=county-seat, /plots/1/name=西苑}"),
            new OwnSheet( // long heads of ours, ticks
                    "townships",
                    """
                    乡镇\t综合文化站达到国家建设标准\t乡镇卫生院条件是否已改善\t联系人
                    城关镇\t☑\t是\t王某
                    玉都镇\t否\t尚未\t李某
                    """.replace("尚未", "未改善"),
                    "{/townships/0/culture-station-standard=yes, /townships/0/name=城关镇, "
                            + "/townships/0/township-health-centre-improved=yes, /townships/1/culture-station-standard=no, "
                            + "/townships/1/name=玉都镇, /townships/1/township-health-centre-improved=no}"),
            new OwnSheet( // no heads at all
                    "villages",
                    "甲村\t42户\t通\n乙村\t30户\t不通\n",
                    "{/villages/0/hardened-road=yes, /villages/0/households=42, /villages/0/name=甲村, "
                            + "/villages/1/hardened-road=no, /villages/1/households=30, /villages/1/name=乙村}"));

    private OwnSheets() {}

    public static Stream<OwnSheet> eight() {
        return EIGHT.stream();
    }
}
