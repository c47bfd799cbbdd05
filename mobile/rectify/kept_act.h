// An act between its first word and its signature: kept with each change, sealed as drafts of inspections are
// (store/act_draft.h), the same again after a crash, gone when it is signed, discarded or overtaken by its case. In the
// store the acts of one kind about the findings of one order share a draft. (Reports: report_draft.h.) Blocking; on the
// vault thread.
#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <string>

#include "mobile/rectify/case_info.h"
#include "mobile/store/local_store.h"
#include "shared/store/act_draft.h"

namespace plumb::mobile {

// What is said about one finding, as its form holds it.
struct KeptAct {
    records::Act act;  // one entry; texts may be missing
    qint64 savedMs = 0;
};

// The draft that `act` belongs to: by its kind, and its order (of orders: its inspection). None where nothing is kept.
std::optional<store::ActDraft> keptDraft(const store::TabletStore& tablet, const records::Act& act);

// Of the finding that `act` has an entry of.
Result<std::optional<KeptAct>> loadKept(LocalStore& store, const records::Act& act);
// On disk when it returns; when that was. REQUIRES: one entry.
Result<qint64> keepAct(LocalStore& store, const records::Act& act);
// What is kept about the finding; nothing where there is nothing.
Result<void> dropKept(LocalStore& store, const records::Act& act, const std::string& item);

// An order, whole: the findings that are left out of it, too. `form`: what stands beside it.
Result<qint64> keepOrder(LocalStore& store, const records::Act& order, const std::map<std::string, std::string>& form);
Result<void> dropOrder(LocalStore& store, const records::Act& order);

// Takes away what is kept about this case and cannot be signed any more, since the case moved on: an order of an older
// version of the inspection, an answer to a report that another one took the place of, an act whose turn is over. Gives
// what each was, in words: "不通过（4.3）".
Result<QStringList> dropOvertaken(LocalStore& store, const CaseInfo& info);

}  // namespace plumb::mobile
