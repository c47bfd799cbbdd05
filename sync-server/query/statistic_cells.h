// Counted visits that add up to cells, and how a cell is told. For one answer.
#pragma once

#include "sync-server/query/small_cells.h"
#include "sync-server/query/statistics_query.h"

namespace plumb::server {

struct Cell {
    std::int64_t n = 0, judged = 0, passed = 0;
    std::int64_t scored = 0, shares = 0;

    void add(const Cell& other);
};
using Cells = std::map<std::string, Cell>;

// What counted rows come to; documents are asked for once each.
class Judge {
  public:
    // `documentOf` outlives this.
    explicit Judge(const DocumentOf& documentOf) : m_documentOf(documentOf) {}
    Cell operator()(const VisitCount& row);
    const checklist::Checklist* document(const Sha256& sha256);

  private:
    const DocumentOf& m_documentOf;
    std::map<Sha256, std::shared_ptr<const checklist::Checklist>> m_documents;
};

// {"n","shown"} and, where it is told, "judged","passed","share" (mean share of points, thousandths; null: no points).
json::object tellCell(const Cell& cell, Shown shown);
// Cells of one total, with "value"; `hold`: the total itself is held back, and so is each of them.
json::array tellCells(const Cells& cells, Shown total = Shown::yes);
std::map<std::string, Shown> guarded(const Cells& cells);
Shown shownOf(const Cell& total);

// The caller's own prefixes that lie in `region`, or `region` where it lies in one of them, each once; empty: nothing.
std::vector<std::string> readableRegions(const Principal& caller, std::string_view region);

}  // namespace plumb::server
