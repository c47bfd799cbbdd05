#include "sync-server/ingest/act_evidence.h"

#include <algorithm>

#include "sync-server/projections/line_at.h"

namespace plumb::server {
namespace {

// The order that an inspection looked at again; "" where it is none, or looked at no order.
std::string orderLookedAt(const std::string& inspection, StoreReader& reader) {
    const auto first = reader.firstOfRecord(inspection);
    if (!first || first->type != "inspection.submitted") return {};
    return textOr(payloadAt(first->index, reader).body, "order");
}

// Whoever was on site may pass what nobody reported: so that visit must be there, and for this very order.
Result<void> checkRecheck(const records::Act& act, StoreReader& reader) {
    if (act.inspection.empty() || orderLookedAt(act.inspection, reader) == act.order) return {};
    return fail(ErrorKind::refused, "recheck_unknown",
                "no re-check " + act.inspection.substr(0, 40) + " for this order is in this log; send it first");
}

Result<void> checkDrawing(const LoggedLine& line) {
    const auto& delivery = line.reading.act->delivery;
    if (!delivery || !delivery->signature) return {};
    const auto& files = line.payload.files;
    const bool named =
        std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.sha256 == *delivery->signature; });
    if (named) return {};
    return fail(ErrorKind::malformed, "bad_payload",
                "\"files\" must name what was drawn by who took the order, as \"delivery.signature\" does");
}

bool setsDueDay(records::ActKind kind) {
    return kind == records::ActKind::ordered || kind == records::ActKind::rejected ||
           kind == records::ActKind::extended;
}

Result<void> checkDueDays(const LoggedLine& line, TimePoint heard) {
    const auto& act = *line.reading.act;
    if (!setsDueDay(act.kind)) return {};
    const Day then = dayOf({heard, line.payload.at.offset});
    for (const auto& entry : act.entries) {
        if (!entry.day || *entry.day >= then) continue;
        return fail(ErrorKind::refused, "due_past",
                    "item " + entry.item.substr(0, 80) + ": the day that is due, " + dayText(*entry.day) +
                        ", had passed on " + dayText(then) +
                        ", when the author last heard from the log; her clock was behind");
    }
    return {};
}

}  // namespace

Result<void> checkActEvidence(const LoggedLine& line, StoreReader& reader, std::optional<TimePoint> heard) {
    if (auto good = checkRecheck(*line.reading.act, reader); !good) return good;
    if (auto good = checkDrawing(line); !good) return good;
    return heard ? checkDueDays(line, *heard) : Result<void>();
}

}  // namespace plumb::server
