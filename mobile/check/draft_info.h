// A draft as a list shows it: how far it is and what it lacks. Blocking; on the vault thread.
#pragma once

#include <QString>
#include <string>

#include "shared/checklist/model/model.h"
#include "shared/store/inspection_draft.h"

namespace plumb::mobile {

struct DraftInfo {
    QString id, site, siteName;
    checklist::LocalText title;
    int answered = 0, total = 0, missing = 0, photosMissing = 0;
    qint64 earned = 0, judged = 0;  // thousandths
    qint64 updatedMs = 0;
    QString amends;
    bool test = false;  // in test mode
};

DraftInfo draftFact(const store::TabletStore& store, const store::InspectionDraft& draft,
                    const checklist::Checklist& checklist, const std::string& siteName);

}  // namespace plumb::mobile
