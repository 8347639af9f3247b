/**
 * Dossiers as workbooks, out to the offices and back: {@link plancheck.sheet.DossierWorkbook} is the door. Nothing else knows how a
 * workbook is made.
 */
@NullMarked
package plancheck.sheet;

import org.jspecify.annotations.NullMarked;
