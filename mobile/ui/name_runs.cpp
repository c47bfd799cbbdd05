#include "mobile/ui/name_runs.h"

#include "mobile/ui/text.h"
#include "shared/base/text_difference.h"

namespace plumb::mobile {

std::vector<NameRunRow> nameRunsOf(const QString& published, const QString& licence) {
    std::vector<NameRunRow> out;
    for (const auto& run : textDifference(ss(published), ss(licence))) {
        const auto side = run.in == TextRun::In::both    ? QStringLiteral("both")
                          : run.in == TextRun::In::first ? QStringLiteral("published")
                                                         : QStringLiteral("licence");
        out.push_back({QString::number(out.size()), qs(run.text), side});
    }
    return out;
}

}  // namespace plumb::mobile
