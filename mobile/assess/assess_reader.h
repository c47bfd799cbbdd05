// Puts the home of a self-assessment together from the store: the round, this device's draft, what others handed over,
// the record that states the whole once there is one, the inspection before. Blocking; on the vault thread.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "mobile/assess/assess_filled.h"
#include "mobile/store/local_store.h"
#include "shared/store/assessment_draft.h"

namespace plumb::mobile {

class AssessReader {
  public:
    // Both outlive this.
    AssessReader(LocalStore& store, store::TabletStore& tablet) : m_store(store), m_tablet(tablet) {}

    Result<AssessInfo> read(const AssessChoice& wanted);

  private:
    struct Offer {
        AssessChoice choice;
        records::Round round;
        std::optional<records::AssessmentRow> row;

        [[nodiscard]] bool isDone() const { return row && row->submitted; }
    };
    // What the form holds at present, from wherever it comes.
    struct Form {
        checklist::Answers answers;
        checklist::AuditTrail trail;
        std::map<std::string, int> photos, documents;  // by item
    };

    [[nodiscard]] std::vector<Offer> offers(const std::vector<std::string>& sites, Day today);
    void tellOther(AssessInfo& info, const std::vector<std::string>& sites, Day today) const;
    Result<void> tellDraft(AssessInfo& info, const Offer& offer, Form& form);
    Result<void> tellRecord(AssessInfo& info, const records::Standing& submitted, Form& form);
    void tellContributed(const records::AssessmentRow& row, Form& form) const;
    Result<void> tellLast(AssessInfo& info, const Offer& offer, std::optional<checklist::StatedScore>& score);
    void tellAssigned(AssessInfo& info, const Offer& offer) const;
    void addTouches(const records::AssessmentRow& row);
    void addOwnTouches(const checklist::AuditTrail& trail);
    [[nodiscard]] AssessConflict conflictOf(const store::Divergence& divergence) const;
    [[nodiscard]] AssessAnswers answersOf(const checklist::Item& item, const store::ItemContent& content) const;
    [[nodiscard]] QString personName(const std::string& person) const;
    [[nodiscard]] QString nameOf(const std::string& kid) const;

    LocalStore& m_store;
    store::TabletStore& m_tablet;
    std::shared_ptr<const checklist::Checklist> m_list;
    QString m_me;
    std::string m_kid, m_person;
    std::map<std::string, ItemTouch> m_touches;
    qint64 m_mergedMs = 0;            // the newest answer of somebody else
    std::set<std::string> m_changed;  // items that were changed here and not handed over
};

}  // namespace plumb::mobile
