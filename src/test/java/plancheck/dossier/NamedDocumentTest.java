package plancheck.dossier;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand as evidence: the name of something that somebody could look for. */
class NamedDocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "县政府文件12号",
                "平政发〔2022〕7号",
                "2023年统计公报第12页",
                "公报第12页",
                "老旧小区台账（假定）",
                "附件3：污水处理厂运行月报",
                "住建局证明",
                "无障碍设施验收报告",
                "有线电视整合批复",
                "report.pdf",
                "平凉市2023年国民经济和社会发展统计公报",
                "see attachment 3 of the statistical bulletin",
                "Statistical Bulletin 2023, p. 12"
            })
    void a_title_a_number_or_a_page_names_a_document(String written) {
        assertTrue(NamedDocument.isNamedBy(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "无",
                "暂无",
                "没有",
                "待补",
                "待补充",
                "待定",
                "后补",
                "见附件",
                "详见附件",
                "附件",
                "附件1",
                "见附件 2",
                "附后",
                "同上",
                "略",
                "有",
                "是",
                "已完成",
                "材料",
                "佐证材料",
                "相关材料",
                "有关文件",
                "1",
                "１２",
                "3.5",
                "-",
                "——",
                "/",
                "。。。",
                "N/A",
                "n.a.",
                "none",
                "TBD",
                "ok",
                "x",
                "to follow",
                "see annex",
                "see attachment",
                "详见所附佐证材料12份",
                "xxxxxxxxxxxxxxxxxxxxxxxx",
                "2023-0000-0000-0000-0000",
                "無",
                "（无）",
                "\u200b无\u200b",
                "　待 补 充　"
            })
    void a_word_for_nothing_or_for_something_somewhere_names_none(String written) {
        assertFalse(NamedDocument.isNamedBy(written), written);
    }
}
