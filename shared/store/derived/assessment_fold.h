// Takes stored lines into the tables of self-assessments and of the rounds in which they are made; as with cases
// (case_fold.h). An amendment or a review names the submission, everything else site, round and checklist.
#pragma once

#include <optional>
#include <set>

#include "shared/store/database.h"
#include "shared/store/derived/line_payload.h"
#include "shared/store/folded_rows.h"

namespace plumb::store {

class AssessmentFolder {
  public:
    // Both outlive this.
    AssessmentFolder(Database& tables, const TabletStore& store) : m_tables(tables), m_store(store) {}

    // REQUIRES: the line is believed; it may be one that the server refused, and of any type.
    void take(LinePayload& line);
    void retake(LinePayload& line);

  private:
    struct Kept {
        records::AssessmentRow row;
        std::int64_t first = 0, through = 0;  // ranks
    };
    std::optional<records::AssessmentKey> keyOf(LinePayload& line);
    std::optional<Kept> find(const records::AssessmentKey& key);
    void remake(const records::AssessmentKey& key);
    void put(const Kept& kept);
    void remakeRound(const std::string& id);

    Database& m_tables;
    const TabletStore& m_store;
    std::set<std::string> m_remade;
};

}  // namespace plumb::store
