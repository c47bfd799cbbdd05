#include "sync-server/export/list_table.h"

#include <stdexcept>

namespace plumb::server {
namespace {

// The member at "says.year.made"; null: there is none.
const json::value* memberAt(const json::object& item, std::string_view path) {
    const json::object* at = &item;
    for (;;) {
        const auto dot = path.find('.');
        const auto* found = at->if_contains(path.substr(0, dot));
        if (!found || dot == std::string_view::npos) return found;
        if (!found->is_object()) return nullptr;
        at = &found->get_object();
        path.remove_prefix(dot + 1);
    }
}

std::string_view textIn(const json::value* value) {
    return value && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

// What stands between two names of one cell, in either language.
constexpr std::string_view kBetween = "; ";

std::string joined(const json::value* value, const std::function<std::string(const json::value&)>& say) {
    std::string out;
    if (!value || !value->is_array()) return out;
    for (const auto& one : value->get_array()) {
        if (!out.empty()) out += kBetween;
        out += say(one);
    }
    return out;
}

std::string nameIn(const json::value& one) {
    if (!one.is_object()) return std::string(textIn(&one));
    const auto name = textOr(one.get_object(), "name");
    return name.empty() ? textOr(one.get_object(), "id") : name;
}

std::string localIn(const json::value* value, std::string_view language) {
    if (!value || !value->is_object() || value->get_object().empty()) return {};
    const auto& texts = value->get_object();
    const auto* found = texts.if_contains(language);
    return std::string(textIn(found ? found : &texts.begin()->value()));
}

std::string idIn(const json::value& one) {
    return one.is_object() ? textOr(one.get_object(), "id") : std::string(textIn(&one));
}

ExportColumn columnOf(const ListColumn& column, const ExportSetting& setting) {
    return column.shape == ListShape::moment ? momentColumn(column.key, setting)
                                             : wordColumn(column.key, setting.language);
}

}  // namespace

ListTable::ListTable(const ListShapeOf& shape, const ExportSetting& setting, const BlobStore& blobs, ListPage page)
    : m_shape(shape), m_setting(setting), m_blobs(blobs), m_ask(std::move(page)), m_names(setting) {
    for (const auto& column : shape.columns) m_columns.push_back(columnOf(column, setting));
}

std::string ListTable::title() const {
    return exportWord("file." + std::string(m_shape.list), m_setting.language);
}

Result<void> ListTable::readPage(StoreReader& reader) {
    m_page.clear();
    m_at = 0;
    m_begun = true;
    while (m_page.empty() && !m_last) {
        auto page = m_ask(m_after, m_setting.caller, {reader, m_setting.trust, m_blobs, {}});
        if (!page) return fail(page.error());
        for (auto& item : page->at("items").as_array()) {
            if (!m_shape.rowsOf)
                m_page.push_back(std::move(item.as_object()));
            else
                for (auto& row : m_shape.rowsOf(item.as_object())) m_page.push_back(std::move(row));
        }
        const auto next = textIn(page->if_contains("next"));
        m_last = next.empty();
        m_after = next;
    }
    return {};
}

Result<void> ListTable::begin(StoreReader& reader) {
    return m_begun ? Result<void>() : readPage(reader);
}

bool ListTable::next(StoreReader& reader, ExportRow& row) {
    if (m_at == m_page.size() && !(m_begun && m_last)) {
        if (const auto good = readPage(reader); !good)
            throw std::runtime_error("a page of " + std::string(m_shape.list) + " is refused: " + good.error().detail);
    }
    if (m_at == m_page.size()) return false;
    row.clear();
    fill(reader, m_page[m_at++], row);
    return true;
}

void ListTable::fill(StoreReader& reader, const json::object& item, ExportRow& row) {
    for (const auto& column : m_shape.columns) put(column, memberAt(item, column.path), row);
    const auto id = textOr(item, "site");
    if (id.empty()) return;
    const auto& site = m_sites.find(reader, id);
    if (site.latitude && site.longitude) row.position = Position{*site.latitude, *site.longitude};
}

void ListTable::put(const ListColumn& column, const json::value* value, ExportRow& row) {
    const auto text = textIn(value);
    switch (column.shape) {
        case ListShape::text:
            return row.text(text);
        case ListShape::word:
            return row.text(m_names.word(column.group, text));
        case ListShape::region:
            return row.text(m_names.region(std::string(text)));
        case ListShape::day:
            return row.moment(text);
        case ListShape::moment: {
            const auto at = parseInstant(text);
            return row.moment(at ? m_setting.zone.text(at->utc) : std::string());
        }
        case ListShape::count:
            if (!value || !(value->is_int64() || value->is_uint64())) return row.empty();
            return row.number(value->is_int64() ? std::to_string(value->get_int64())
                                                : std::to_string(value->get_uint64()));
        case ListShape::points:
            if (!value || !value->is_int64()) return row.empty();
            return row.points(value->get_int64());
        case ListShape::flag:
            if (!value || !value->is_bool()) return row.empty();
            return row.text(m_names.word("answer", value->get_bool() ? "yes" : "no"));
        case ListShape::local:
            return row.text(localIn(value, codeOf(m_setting.language)));
        case ListShape::names:
        case ListShape::texts:
            return row.text(joined(value, nameIn));
        case ListShape::ids:
            return row.text(joined(value, idIn));
    }
}

}  // namespace plumb::server
