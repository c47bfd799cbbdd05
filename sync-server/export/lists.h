// Which lists of the server are taken away as their own pages tell them (list_table.h), each with its columns and the
// filters that it has on the screen.
#pragma once

#include "sync-server/export/list_table.h"
#include "sync-server/query/asked.h"

namespace plumb::server {

struct ListFilter {
    std::string_view name;
    std::string_view group = {};  // of the words that say its value; "": the value as it stands
};

struct ListKind {
    ListShapeOf shape;
    std::span<const ListFilter> filters;
    // From what is asked to its pages; `words` have "today". bad_query, or what the list refuses.
    Result<ListPage> (*pages)(const AskedWords& words);
};

// Null: there is none by that name.
const ListKind* listKind(std::string_view name);
std::span<const ListKind> listKinds();

}  // namespace plumb::server
