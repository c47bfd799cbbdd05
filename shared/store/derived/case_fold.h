// Takes stored lines into the tables of cases and findings. As with inspections (fold.h): a line that comes next in a
// case's order is folded into its row, for any other the row is made again from all its lines. A case in which nothing
// was found and nothing happened keeps no row of its own: it stands as its inspection does.
#pragma once

#include <functional>
#include <set>

#include "shared/store/derived/fold.h"
#include "shared/store/derived/line_payload.h"
#include "shared/store/folded_rows.h"

namespace plumb::store {

struct FoldedCase {
    records::CaseRow row;
    bool own = false;
    std::int64_t rank = 0;     // of the submission
    std::int64_t through = 0;  // highest rank of a line that was folded
};

// As its inspection says where nothing was found and nothing happened.
records::CaseRow caseWithoutFindings(const records::InspectionRow& inspection);

class CaseFolder {
  public:
    // All outlive this. REQUIRES: lines go into the table of inspections first. `inspection` reads that table.
    using Inspections = std::function<std::optional<FoldedInspection>(const std::string& id)>;
    CaseFolder(Database& tables, const TabletStore& store, Inspections inspection)
        : m_tables(tables), m_store(store), m_inspection(std::move(inspection)) {}

    // REQUIRES: the line is believed; it may be one that the server refused, and of any type.
    void take(LinePayload& line);
    void retake(const RecordRow& row);

  private:
    struct Kept {
        FoldedCase folded;
        bool plain = false;  // nothing of its own is kept
    };
    std::optional<Kept> find(const std::string& id);
    void remake(const std::string& id);
    void put(const FoldedCase& folded);
    void remove(const std::string& id);

    Database& m_tables;
    const TabletStore& m_store;
    Inspections m_inspection;
    std::set<std::string> m_remade;
};

}  // namespace plumb::store
