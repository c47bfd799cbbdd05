// One case as its pages show it: the inspection whose findings it is about, where each of them stands, and the acts
// that moved it, as this device believes and folds them. Facts only; words are the view models'. Blocking; on the vault
// thread.
#pragma once

#include <QString>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mobile/record/record_detail.h"
#include "mobile/store/local_store.h"
#include "shared/checklist/model/model.h"
#include "shared/records/rectification/case.h"
#include "shared/records/rectification/referral.h"

namespace plumb::mobile {

// What whoever is signed in may do to a case: the other side's acts are not offered.
struct CaseSide {
    bool enterprise = false, officer = false, supervisor = false;
    std::string kid;  // of this device
};

// A line of the case after the inspection itself.
struct ActInfo {
    records::Act act;
    QString id, hash, who;
    std::string kid, region;
    qint64 atMs = 0;
    std::vector<record::FileRef> files;
    store::RecordState state = store::RecordState::signedHere;
    bool own = false;
    QString number;   // of an order
    QString ignored;  // why it is without effect; "" where it has one

    [[nodiscard]] const records::ActEntry* entry(std::string_view item) const;
};

// What another check said of the same items: the self-assessment before, or the re-check after.
struct ItemBesideInfo {
    QString id;
    qint64 atMs = 0;
    std::map<std::string, ItemInfo> items;
};

struct CaseInfo {
    records::CaseRow row;
    RecordDetail record;
    std::shared_ptr<const checklist::Checklist> document;  // null where it is not here
    std::map<std::string, ItemInfo> items;                 // of the inspection, those with findings
    std::vector<ActInfo> acts;                             // in log order, own ones that wait last
    // What followed under the kinds of supervision; staff alone have such lines.
    std::vector<records::ReferralRow> referrals;
    std::optional<ItemBesideInfo> self, recheck;
    std::vector<Sha256> away;  // photos and documents that are not on this device
    CaseSide side;

    [[nodiscard]] const ActInfo* act(std::string_view id) const;
    // The newest act of that kind that took effect on the item; null where there is none.
    [[nodiscard]] const ActInfo* newest(std::initializer_list<records::ActKind> kinds, std::string_view item) const;
};

// Not found: "no_record".
Result<CaseInfo> readCase(LocalStore& store, const QString& id);
// Of whoever is signed in.
Result<CaseSide> sideOf(const store::TabletStore& store);

}  // namespace plumb::mobile
