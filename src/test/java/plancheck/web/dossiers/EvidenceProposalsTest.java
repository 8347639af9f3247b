package plancheck.web.dossiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may prove is proposed by its name; ticked only where the name says so. */
class EvidenceProposalsTest {
    private static final EvidenceProposals PROPOSALS = new EvidenceProposals(List.of(
            matter("/figures/county-seat-sewage-treatment-rate", "县城污水处理率"),
            matter("/figures/urban-sewage-treatment-rate", "城市污水处理率"),
            matter("/figures/residents", "常住人口", "2023年统计年鉴，第12页"),
            matter("/figures/registered-residents", "户籍人口", "2023年统计年鉴，第12页"),
            matter("/declarations/PL-4.2-2-d", "古树名木得到保护管理", "古树名木台账"),
            matter("/declarations/PL-7.1-1-d", "老旧小区改造台账已建立")));

    private static EvidenceProposals.ProvableMatter matter(String pointer, String title, String... documents) {
        return new EvidenceProposals.ProvableMatter(pointer, title, List.of(documents));
    }

    private static List<String> said(String file) {
        return PROPOSALS.of(file).stream()
                .map(proposal -> (proposal.isPlain() ? "" : "? ") + proposal.title())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "县城污水处理率2023年.pdf, 县城污水处理率",
        "附件3：县城污水处理率（盖章版）.PDF, 县城污水处理率",
        "县 城 污 水 处 理 率.xlsx, 县城污水处理率",
        "古树名木台账.docx, 古树名木得到保护管理",
        "PL-7.1-1-d佐证.pdf, 老旧小区改造台账已建立",
        "pl-7.1-1-D 佐证.pdf, 老旧小区改造台账已建立",
        "county-seat-sewage-treatment-rate.pdf, 县城污水处理率"
    })
    void a_name_that_says_it_is_ticked(String file, String matter) {
        assertEquals(List.of(matter), said(file));
    }

    @Test
    void a_document_that_the_draft_names_for_two_is_ticked_for_both() {
        assertEquals(List.of("常住人口", "户籍人口"), said("2023年统计年鉴.pdf"));
    }

    @Test
    void what_is_only_alike_is_shown_and_not_ticked() {
        assertEquals(
                List.of("? 县城污水处理率", "? 城市污水处理率"),
                said("污水处理率.pdf").stream().sorted().toList());
        assertEquals(List.of("? 老旧小区改造台账已建立"), said("2023老旧小区改造项目清单.xls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".pdf", "IMG_20240312.jpg", "附件1.pdf", "扫描件.pdf", "水.pdf", "PL-7.1-1-dd.pdf", "……"})
    void a_name_that_says_nothing_proposes_nothing(String file) {
        assertEquals(List.of(), said(file));
    }

    @Test
    void few_are_shown_of_many_that_are_alike() {
        EvidenceProposals many = new EvidenceProposals(IntStream.range(0, 50)
                .mapToObj(i -> matter("/declarations/x" + i, "农村公路养护" + (char) ('甲' + i)))
                .toList());
        List<EvidenceProposals.Proposal> proposed = many.of("农村公路养护.pdf");
        assertEquals(5, proposed.size());
        assertTrue(proposed.stream().noneMatch(EvidenceProposals.Proposal::isPlain));
    }
}
