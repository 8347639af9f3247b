package plancheck.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether what is written as evidence names a document that somebody could look for (ruling R44): a title or a number, a
 * page, a file. A word that stands for none, that points to nothing, or that only says there is something, does not.
 */
public final class NamedDocument {
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\p{C}]+");

    /** After all signs and blanks are gone. */
    private static final Pattern NONE = Pattern.compile(
            "(?:暂?(?:无|無|没有|缺|未提供|未附)|不详|未知|略|同上|待(?:补|定|查|报|提供|上传|完善)?[充交齐]?|[后另随]补|补充中|正在?(?:整理|收集|办理)中?"
                    + "|[详已]?(?:见|附|如|有)?(?:相关|有关|所附|后附|佐证|证明)?(?:附件|附后|材料|资料|文件|证明|台账|佐证|佐证材料|证明材料|相关材料|有关材料|有|附)\\d{0,2}[份件个]?"
                    + "|[是否有行可对好]|已(?:完成|落实|办理|上传|提供|报送|建立)|测试|示例|none|nil|na|n|y|yes|no|ok|tbd|test|xx*|to(?:follow|come|bedone|beadded)"
                    + "|(?:see)?(?:annex|attached|attachment|appendix|above)|pending|unknown|\\p{N}+|\\p{L})");

    private NamedDocument() {}

    public static boolean isNamedBy(String evidence) {
        String words = SIGNS.matcher(Normalizer.normalize(evidence, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return !words.isEmpty() && !NONE.matcher(words).matches();
    }
}
