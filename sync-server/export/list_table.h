// A list of the server (query/), taken away: its own pages, one after the other, so that a file holds what the screen
// shows under the same filters, and nothing that its caller may not read there. What a column holds is said by data.
#pragma once

#include <functional>

#include "sync-server/export/name_book.h"
#include "sync-server/export/site_book.h"
#include "sync-server/export/table.h"
#include "sync-server/query/sources.h"

namespace plumb::server {

enum class ListShape : std::uint8_t {
    text,
    word,    // a name, said by the words of a group
    region,  // a code, said by its name
    day,     // as it stands
    moment,  // in the zone of the file
    count,   // a whole number
    points,  // of thousandths
    flag,    // true or false; nothing where it is absent
    local,   // a text in several languages, in that of the file
    names,   // [{"id","name"}], the ids where nobody is known
    texts,   // a list of texts
    ids,     // [{"id"}]
};

struct ListColumn {
    std::string_view key;   // "column.<key>" of the words
    std::string_view path;  // of an item's member: "says.reason"
    ListShape shape = ListShape::text;
    std::string_view group = {};  // of `word`
};

// A page of the list behind `after` ("" is the first): {"items":[…],"next"}, as large as the list gives one.
using ListPage =
    std::function<Result<json::object>(const std::string& after, const Principal& caller, const QuerySources& sources)>;

// Of one kind of list. Lives as long as the program.
struct ListShapeOf {
    std::string_view list;  // "file.<list>" of the words
    std::span<const ListColumn> columns;
    // The rows of an item, where they are several: a plan has one a batch. Null: itself.
    std::vector<json::object> (*rowsOf)(const json::object& item) = nullptr;
};

class ListTable final : public ExportTable {
  public:
    // `setting` and `blobs` outlive this; the setting's caller may change between two rows, and is asked for with
    // every page.
    ListTable(const ListShapeOf& shape, const ExportSetting& setting, const BlobStore& blobs, ListPage page);

    [[nodiscard]] std::string title() const override;
    [[nodiscard]] std::span<const ExportColumn> columns() const override { return m_columns; }
    // Reads the first page, so that what is asked wrongly is refused before the first byte.
    Result<void> begin(StoreReader& reader);
    // Throws std::runtime_error where a later page is refused.
    bool next(StoreReader& reader, ExportRow& row) override;

  private:
    Result<void> readPage(StoreReader& reader);
    void fill(StoreReader& reader, const json::object& item, ExportRow& row);
    void put(const ListColumn& column, const json::value* value, ExportRow& row);

    const ListShapeOf& m_shape;
    const ExportSetting& m_setting;
    const BlobStore& m_blobs;
    ListPage m_ask;
    std::vector<ExportColumn> m_columns;
    std::vector<json::object> m_page;
    std::size_t m_at = 0;
    std::string m_after;
    bool m_begun = false, m_last = false;
    SiteBook m_sites;
    NameBook m_names;
};

}  // namespace plumb::server
