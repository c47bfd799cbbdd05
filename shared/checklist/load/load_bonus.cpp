// Bonus and several scorers, as the document's scoring states them.
#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/load/tuning.h"

namespace plumb::checklist {

void DocumentLoader::readBonus(ObjectReader& scoring) {
    const auto* value = scoring.member("bonus");
    if (!value) return;
    ObjectReader reader(*value, "scoring.bonus", m_context);
    Bonus& out = m_out.scoring.bonus.emplace();
    out.most = reader.thousandths("most", ObjectReader::optional, 0, kMaxPoints);
    out.cappedAt = reader.thousandths("cappedAt", ObjectReader::optional, 1, kMaxPoints);
    const auto counts = reader.oneOf("counts", {"total", "base"}, ObjectReader::optional);
    out.fillsBase = counts == std::optional<std::size_t>(1);
    const auto* groups = reader.array("groups", ObjectReader::optional);
    for (std::size_t i = 0; groups && i < groups->size(); ++i) {
        ObjectReader group((*groups)[i], "scoring.bonus.groups[" + std::to_string(i) + "]", m_context);
        BonusGroup read;
        read.id = group.identifier("id", false);
        claim(m_groupNames, read.id, group, "id");
        read.label = group.local("label", ObjectReader::needed);
        read.most = group.thousandths("most", ObjectReader::optional, 0, kMaxPoints);
        read.exclusive = group.flag("exclusive", false);
        out.groups.push_back(std::move(read));
    }
}

void DocumentLoader::readPanel(ObjectReader& scoring) {
    const auto* value = scoring.member("panel");
    if (!value) return;
    ObjectReader reader(*value, "scoring.panel", m_context);
    PanelRule& out = m_out.scoring.panel.emplace();
    const auto method = reader.oneOf("method", {"mean", "dropExtremes"}, ObjectReader::needed);
    out.method = method == std::optional<std::size_t>(1) ? PanelRule::Method::dropExtremes : PanelRule::Method::mean;
    out.dropFrom = reader.count("dropFrom", out.dropFrom, kMostScorers);
    if (out.dropFrom < 3) reader.problem("dropFrom", "must be at least 3: one has to be left");
    out.alertTotal = reader.thousandths("alertTotal", ObjectReader::optional, 0, kMaxPoints);
    out.alertItemShare = reader.thousandths("alertItemShare", ObjectReader::optional, 0, kPoint);
}

}  // namespace plumb::checklist
