// The standards and statutes that this tablet knows: those of the catalogue that the program was built with, those that
// administrators published, and whatever else the checklists held here cite; each with the items that cite it.
// Blocking; on the vault thread. What it gives is immutable and may be read on any.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "mobile/standards/own_feedback.h"
#include "mobile/store/local_store.h"
#include "shared/domain/standard_search.h"
#include "shared/domain/standards.h"

namespace plumb::mobile {

struct ClauseCitation {
    std::string ref;     // as the checklist cites it
    std::string clause;  // may be empty
    std::string checklist, version, item, no;
    checklist::LocalText title;  // of the checklist
    checklist::LocalText text;   // of the item: what the clause asks for here
    bool mandatory = false;
};

struct ShelvedStandard {
    std::string name;
    checklist::LocalText title;
    const domain::CatalogueEntry* entry = nullptr;  // of the built-in catalogue; none: status not known
    std::vector<ClauseCitation> cited;
};

struct Shelf {
    std::vector<ShelvedStandard> standards;  // in the catalogue's order, then by name
    std::unique_ptr<domain::StandardSearch> search;
    std::size_t checklists = 0;    // held here, in their newest versions
    std::vector<OwnFeedback> own;  // what this person said of them

    [[nodiscard]] const ShelvedStandard* find(std::string_view name) const;
    // The one that a checklist's citation means on a day: an undated number stands for the edition in force then.
    [[nodiscard]] const ShelvedStandard* cited(std::string_view ref, Day day) const;
};

// `day`: by which undated citations are read.
Result<std::shared_ptr<const Shelf>> readShelf(LocalStore& store, Day day);

// Signs what somebody says about a clause from where she met it, as a standard.feedback; it waits for the server like
// every record. Said beside no site it names the region of all her rights, so that those read it who answer there.
// Gives its id. Errors: "wrong_pin", "pin_wait", words_missing, those of TabletStore::append.
struct ClauseFeedback {
    std::string standard, clause, text;
    std::string checklist, version, item;  // where it was met; may be empty
    std::string site;                      // of the check, may be empty
};
Result<QString> signFeedback(LocalStore& store, const ClauseFeedback& feedback, const QString& pin);

}  // namespace plumb::mobile
