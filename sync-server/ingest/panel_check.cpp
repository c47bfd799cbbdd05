#include "sync-server/ingest/panel_check.h"

#include <algorithm>

#include "shared/records/reference/programme.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/panels/panel_rows.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/sites/site_line.h"

namespace plumb::server {
namespace {

Result<void> checkRule(const records::Panel& panel, const std::string& site, StoreReader& reader) {
    const auto refused = [&](std::string why) { return fail(ErrorKind::refused, "panel_rule", std::move(why)); };
    const auto its = publishedSite(reader, site).value_or(records::Site{}).programmeId;
    if (!its.empty() && its != panel.programme)
        return refused("the site counts for programme " + its.substr(0, 80) + ", whose rule the panel has to repeat");
    const auto published = Publications(reader).of("programme.published", panel.programme);
    if (published.empty()) return refused("no programme " + panel.programme.substr(0, 80) + " is published here");
    const auto programme = records::readProgramme(payloadAt(published.back().index, reader).body);
    if (!programme || !programme->panel)
        return refused("programme " + panel.programme.substr(0, 80) +
                       " states no rule for experts; publish it with one first");
    if (*programme->panel != panel.rule)
        return refused("the panel's rule is not the one that programme " + panel.programme.substr(0, 80) +
                       " was published with last");
    return {};
}

Result<void> checkAssigned(const record::Payload& payload, StoreReader& reader, const Trust& trust) {
    const auto panel = records::readPanel(payload.body);
    if (!panel) return fail(panel.error());
    const auto row = InspectionRows(reader).find(panel->of);
    if (!row || row->says.isAssessment())
        return fail(ErrorKind::notFound, "of_unknown", "no inspection " + panel->of.substr(0, 40) + " is in this log");
    if (row->status == records::InspectionStatus::incomplete)
        return fail(ErrorKind::refused, "not_cosigned", "the inspection waits for the second inspector's signature");
    if (auto good = checkRule(*panel, row->site, reader); !good) return good;
    const auto second = row->cosigned ? reader.entryByHash(*row->cosigned) : std::nullopt;
    for (const auto& kid : {row->kid, second ? second->author : std::string()}) {
        const auto person = kid.empty() ? std::string() : trust.personId(kid);
        if (!person.empty() && panel->has(person))
            return fail(ErrorKind::refused, "panel_own", "nobody scores an inspection that she signed herself");
    }
    return {};
}

}  // namespace

Result<void> checkPanel(const record::Payload& payload, StoreReader& reader, const Trust& trust) {
    const auto found = PanelRows(reader).find(records::panelOf(payload));
    auto may = records::mayChangePanel(found ? std::optional(found->row) : std::nullopt, payload);
    if (!may || payload.type != records::kPanelAssigned) return may;
    return checkAssigned(payload, reader, trust);
}

}  // namespace plumb::server
