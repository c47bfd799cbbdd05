// A record beside what the other side says: an inspection beside the enterprise's self-assessment, and the other way
// round, item by item, what differs first. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "mobile/record/record_info.h"
#include "shared/records/inspection/body.h"

namespace plumb::mobile {

// What one side says of an item.
struct BesideSide {
    bool asked = false;
    checklist::Verdict verdict = checklist::Verdict::unanswered;
    qint64 points = 0, max = 0;
    QString words;  // the note, or why it is not applicable
};

// As the body states it.
BesideSide sideOf(const records::InspectionBody& body, const std::string& item);

struct BesideItem {
    QString id, no;
    checklist::LocalText text;
    BesideSide inspected, assessed;
    bool differs = false;
};

struct BesideInfo {
    QString other;  // id of the record that stands beside
    qint64 inspectedMs = 0, assessedMs = 0;
    qint64 inspectedPoints = 0, inspectedMax = 0, assessedPoints = 0, assessedMax = 0;
    QString inspectedVersion, assessedVersion;  // of the checklist
    int differences = 0;
    std::vector<BesideItem> items;  // those that differ first, the greatest difference of points before; then by number
};

// `document`: of the record's own version; what it does not ask is left out.
BesideInfo besideOf(const records::InspectionBody& inspected, const records::InspectionBody& assessed,
                    const checklist::Checklist& document);

// Of the record `id`, whose newest version says this. None where there is nothing to stand beside it.
Result<std::optional<BesideInfo>> readBeside(LocalStore& store, const std::string& id, const std::string& site,
                                             const records::InspectionBody& says, const Instant& at,
                                             const checklist::Checklist& document);

}  // namespace plumb::mobile
