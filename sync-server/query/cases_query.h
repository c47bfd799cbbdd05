// The board of findings, the list of cases, self-assessments and their rounds, as far as the caller may read them;
// pages by key, with how many there are.
#pragma once

#include "sync-server/query/board.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

struct CasesQuestion {
    std::optional<records::CaseState> state;
    std::string region, site;  // "" = any
    std::optional<std::uint64_t> before;
    std::size_t limit = 50;
};

struct AssessmentsQuestion {
    std::string round, site;  // "" = any
    std::optional<std::uint64_t> before;
    std::size_t limit = 50;
};

// A column that the board shows; none for any other name.
std::optional<records::FindingColumn> boardColumn(std::string_view name);
// "RANK.INDEX.ITEM", as "next" gives it. bad_query.
Result<BoardKey> readBoardKey(std::string_view text);

json::object listFindings(const BoardQuestion& question, const Principal& caller, Board& board,
                          const QuerySources& sources);
json::object listCases(const CasesQuestion& question, const Principal& caller, const QuerySources& sources);
json::object listAssessments(const AssessmentsQuestion& question, const Principal& caller, const QuerySources& sources);
// Everybody may read them; and the checklists that a round can be opened for.
json::object listRounds(const QuerySources& sources);

}  // namespace plumb::server
