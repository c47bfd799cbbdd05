// The board of findings, kept in memory: what a page costs is one pass over small cards, whatever filters stand, and
// its counts are of the very cards that its pages list. Derived from the projections of cases and sites, which it
// follows by the log: every asker brings it as far as her reader sees before she is answered. Thread-safe.
//
// A card takes some 80 bytes: 50,000 findings 4 MB.
#pragma once

#include <array>
#include <shared_mutex>
#include <unordered_map>

#include "shared/domain/supervision.h"
#include "sync-server/auth/trust.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/query/document_of.h"

namespace plumb::server {

struct BoardQuestion {
    BoardFilter filter;
    std::string programme;  // of the site; "" = any
    std::optional<domain::Supervision> supervision = {};
    bool overdue = false;  // only those; of a column where nothing can be, none
    Day today{};
    std::optional<BoardKey> after;
    std::size_t limit = 50;
};

struct BoardCount {
    std::uint64_t all = 0, overdue = 0;
};

struct BoardPage {
    std::vector<BoardKey> cards;  // in the board's order
    bool more = false;
    // By FindingColumn: how many cards all pages of a column have under the same filters, and how many are overdue.
    std::array<BoardCount, 5> counts;
    // How many of the cards that are not closed fall under each kind, under the same filters but that of the kind.
    std::array<std::uint64_t, domain::kSupervisions> supervisions;
};

class Board {
  public:
    // `documentOf` says which clauses an item cites; a checklist whose document is not there has cards of no kind.
    explicit Board(DocumentOf documentOf) : m_documentOf(std::move(documentOf)) {}

    // Makes it what `reader` sees; done before the first question, that one is as fast as the next.
    void bringUpTo(StoreReader& reader);
    [[nodiscard]] const DocumentOf& documents() const { return m_documentOf; }
    // What the caller may read of it.
    BoardPage ask(const BoardQuestion& question, const Principal& caller, StoreReader& reader);

  private:
    struct Card {
        std::uint64_t index = 0;  // of the case
        std::string item;
        std::int64_t rank = 0;
        std::uint32_t place = 0, severity = 0;
        records::FindingColumn column = records::FindingColumn::waits;  // of a free slot, too
        std::optional<domain::Supervision> supervision;
    };
    // Cards share few of these: rights and places are judged once for all of them.
    struct Place {
        std::string site, region, author;
    };

    void put(const CaseCards& one);
    std::uint32_t placeOf(const CaseCards& one);
    std::uint32_t severityOf(const std::string& severity);
    [[nodiscard]] std::vector<char> wantedPlaces(const BoardQuestion& question, const Principal& caller) const;

    const DocumentOf m_documentOf;
    std::shared_mutex m_mutex;                     // guards all of the below
    std::uint64_t m_nextCase = 0, m_nextSite = 0;  // places of the log from which on changes are not yet known
    std::vector<Card> m_cards;
    std::vector<std::uint32_t> m_free;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_ofCase;
    std::vector<Place> m_places;
    std::unordered_map<std::string, std::uint32_t> m_placeNumbers;
    std::vector<std::string> m_severities;
    std::unordered_map<std::string, std::string> m_programmes;  // by site
};

}  // namespace plumb::server
