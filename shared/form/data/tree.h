// A tree of named nodes: the data of a form being filled (the primary instance), or data that a form looks things up in
// (a secondary instance). Nodes are numbers into one array, so that a node costs no allocation of its own beyond its
// text and a reference to it stays good while the tree grows. Not thread-safe.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plumb::form {

using NodeId = std::uint32_t;
using NameId = std::uint32_t;
inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// Names as numbers, one table for a form and all trees that belong to it. Names are local names: a prefix is kept as
// part of the name ("orx:meta"), since forms use one prefix for one namespace.
class Names {
  public:
    NameId intern(std::string_view name);
    // kNone when nothing has that name.
    [[nodiscard]] NameId find(std::string_view name) const;
    [[nodiscard]] const std::string& text(NameId name) const { return m_texts[name]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, NameId, Hash, std::equal_to<>> m_ids;
    std::vector<std::string> m_texts;
};

// What a text is worth where types matter: as its bind says, or as its file says.
enum class DataType : std::uint8_t {
    string,
    integer,
    decimal,
    boolean,
    date,
    time,
    dateTime,
    geopoint,
    geotrace,
    geoshape,
    binary,
    barcode,
    choice,     // one name
    choices,    // names with one space between
    container,  // no value of its own
};

// What each step of computing reads stands first, within one line of a processor's cache.
struct Node {
    NameId name = kNone;
    NodeId parent = kNone;
    std::uint32_t def = kNone;   // which node of the definition this is one of; kNone in secondary instances
    std::uint32_t position = 1;  // among the repeats of its parent, from 1
    DataType type = DataType::string;
    bool isAttribute = false;
    bool isRepeat = false;  // one of several: paths say which
    bool relevant = true;   // itself and everything above it; a node that is not stands outside every path
    bool alive = false;     // false: a removed node, waiting to be used again
    mutable bool numberKnown = false;
    mutable double number = 0;  // of `text`, once asked for
    std::string text;
    std::vector<NodeId> children;       // elements in document order
    std::vector<NodeId> attributes;     // nodes too, with this node as their parent
    std::vector<std::uint32_t> starts;  // primary instance: where in `children` each child of the definition begins
};

// Rows that are made into nodes only when something looks at them: a file of 100,000 choices is never all loaded.
class RowSource {
  public:
    virtual ~RowSource() = default;
    // How many rows there are, and what their elements are called ("item").
    [[nodiscard]] virtual std::size_t size() const = 0;
    [[nodiscard]] virtual NameId rowName() const = 0;
    [[nodiscard]] virtual std::size_t columns() const = 0;
    [[nodiscard]] virtual NameId columnName(std::size_t column) const = 0;
    // The text of one cell. Throws std::out_of_range for a row or column that is not there.
    [[nodiscard]] virtual std::string cell(std::size_t row, std::size_t column) const = 0;
    // Rows, ascending, whose cell in `column` is `value`. Indexed: no pass over the whole file after the first call.
    [[nodiscard]] virtual std::vector<std::uint32_t> rowsWhere(std::size_t column, std::string_view value) const = 0;
};

class Tree {
  public:
    explicit Tree(std::shared_ptr<Names> names) : m_names(std::move(names)) {}

    [[nodiscard]] Names& names() const { return *m_names; }
    // The root node stands above the first element and has no name; it is always node 0 once anything was added.
    [[nodiscard]] static constexpr NodeId root() { return 0; }
    [[nodiscard]] bool empty() const { return m_nodes.empty(); }
    // All nodes ever made, removed ones included.
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    // Those that are there.
    [[nodiscard]] std::size_t living() const { return m_nodes.size() - m_free.size(); }
    void reserve(std::size_t nodes) { m_nodes.reserve(nodes); }
    [[nodiscard]] const Node& operator[](NodeId node) const { return m_nodes[node]; }
    [[nodiscard]] Node& operator[](NodeId node) { return m_nodes[node]; }

    // A new node under `parent` (kNone makes the root), as its last child; or as an attribute of it.
    NodeId add(NodeId parent, std::string_view name);
    NodeId addAttribute(NodeId parent, std::string_view name, std::string text);
    // A new node that its caller puts into `children` of its parent.
    NodeId addLoose(NodeId parent, NameId name);
    // Forgets a node and all below it; its caller takes it out of its parent's children.
    void drop(NodeId node);

    void setText(NodeId node, std::string text);
    // The text of a leaf; of a container all texts below it, one after the other (XPath's string-value).
    [[nodiscard]] std::string stringValue(NodeId node) const;
    // Minutes east of Greenwich, where dates with a time but without an offset are meant. Before the first number().
    void setZone(int minutes) { m_zone = minutes; }
    // number(text) of a leaf, kept until the text changes.
    [[nodiscard]] double number(NodeId node) const;
    // "/data/plots[2]/area": with positions at what repeats.
    [[nodiscard]] std::string path(NodeId node) const;
    // Per node its place in document order (removed ones stay 0). A pass over the whole tree: ask once for many nodes.
    [[nodiscard]] std::vector<std::uint32_t> documentOrder() const;

    // Rows below the first element that exist only when asked for; copies of the tree share them (secondary instances
    // from files).
    void setRows(std::unique_ptr<RowSource> rows) { m_rows = std::move(rows); }
    [[nodiscard]] const RowSource* rows() const { return m_rows.get(); }
    // The node of a row, made when it is not there yet.
    NodeId rowNode(std::size_t row);
    // Makes all of them: what looks at every row needs it.
    void loadAllRows();

    // Children of `parent` called `element` whose child called `column` has this text: a hash made at the first
    // question. Only for trees that do not change (secondary instances).
    const std::vector<NodeId>& lookUp(NodeId parent, NameId element, NameId column, const std::string& value);

  private:
    struct Index {
        NodeId parent;
        NameId element, column;
        std::unordered_map<std::string, std::vector<NodeId>> nodes;
    };

    std::shared_ptr<Names> m_names;
    std::vector<Node> m_nodes;
    std::vector<NodeId> m_free;
    std::shared_ptr<RowSource> m_rows;
    std::unordered_map<std::size_t, NodeId> m_rowNodes;
    int m_zone = 0;
    bool m_allRows = false;
    std::vector<std::shared_ptr<Index>> m_indexes;
};

}  // namespace plumb::form
