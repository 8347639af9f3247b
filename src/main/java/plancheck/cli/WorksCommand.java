package plancheck.cli;

import picocli.CommandLine.Command;

/** {@code plancheck works}: what the plans name and count of works. */
@Command(
        name = "works",
        header = "查看规划点名和计数的工程（规划项目）。",
        description = {
            "",
            "  plancheck works list                     列出全部规划项目",
            "  plancheck works list --place 620825 供热  只看某地、含某些字的",
            "  plancheck works show PL-6.1-B5-1-w1      一个规划项目的条款、地点、标准和进度要求",
            ""
        },
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        subcommands = {WorksList.class, WorksShow.class})
final class WorksCommand extends CommandGroup {}
