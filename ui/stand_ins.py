"""Words that data has where others have names: turned by `_()` where they are shown."""

from ui.language import later

# What stands for a publisher, a licence or a credit where every row has its own.
SOURCES = (
    later("various, named with each figure"),
    later("various, named with each rule"),
    later("various, named with each row"),
    later("the publisher named with each figure"),
    later("the publisher named with each rule"),
    later("the publisher named with each row"),
    later("facts, cited"),
    later("official figures, cited"),
)
# What digital services count their use in.
USES = (
    later("page views"),
    later("accesses in 12 months"),
    later("learners"),
    later("course attendances"),
)
