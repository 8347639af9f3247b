"""Opens each workbook in LibreOffice Calc, types every cell of its white cells anew as a person would, and saves it as .xlsx.

usage: type_anew.py PIPE FROM TO [FROM TO ...]    PIPE is the one that soffice listens to
"""
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def setting(name, value):
    given = PropertyValue()
    given.Name = name
    given.Value = value
    return given


def type_anew(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    used = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
    typed = 0
    for row, values in enumerate(used.DataArray):
        for column, value in enumerate(values):
            if value == "":
                continue
            cell = used.getCellByPosition(column, row)
            if not cell.CellProtection.IsLocked:
                cell.FormulaLocal = cell.String
                typed += 1
    return typed


def main():
    office = desktop(sys.argv[1])
    for source, target in zip(sys.argv[2::2], sys.argv[3::2]):
        document = office.loadComponentFromURL(
            uno.systemPathToFileUrl(source), "_blank", 0, (setting("Hidden", True),))
        typed = sum(type_anew(sheet) for sheet in document.Sheets if sheet.IsVisible)
        document.storeToURL(uno.systemPathToFileUrl(target), (setting("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
        print(typed)
    office.terminate()


main()
