// A record's facts put into a layout. REQUIRES everywhere: the layout was checked (check_layout.h).
#include "shared/document/layout/layout.h"
#include "shared/document/layout/text_pattern.h"

namespace plumb::document {
namespace {

constexpr double kLabelWidth = 74, kLeadWidth = 72;  // points

Scope outermost(const Layout& layout, const json::object& data) {
    const auto* words = layout.description().if_contains("words");
    return {&data, nullptr, words ? &words->get_object() : nullptr};
}

bool isShown(const json::object& block, const Scope& scope) {
    const auto* when = block.if_contains("when");
    const auto* unless = block.if_contains("unless");
    return (!when || scope.says(when->get_string())) && (!unless || !scope.says(unless->get_string()));
}

class Composer {
  public:
    Composer(const PictureOf& pictureOf, std::vector<Block>& out) : m_pictureOf(pictureOf), m_out(out) {}

    void addAll(const json::array& blocks, const Scope& scope) {
        for (const auto& block : blocks) add(block.get_object(), scope);
    }

  private:
    static Text text(const json::object& object, std::string_view name, const Scope& scope) {
        return fillPattern(textOr(object, name), scope);
    }
    static Align alignOf(const json::object& object) {
        const auto name = textOr(object, "align");
        return name == "center" ? Align::center : name == "right" ? Align::right : Align::left;
    }
    template <class Take>
    static void each(std::string_view path, const Scope& scope, Take take) {
        const auto* list = scope.find(path);
        if (!list || !list->is_array()) return;
        std::int64_t index = 0;
        for (const auto& value : list->get_array()) {
            const auto* object = value.if_object();
            json::object own = object ? *object : json::object{{"text", value}};
            own["index"] = ++index;
            take(Scope{&own, &scope});
        }
    }

    void add(const json::object& block, const Scope& scope) {
        if (!isShown(block, scope)) return;
        if (block.contains("heading")) m_out.emplace_back(Heading{bold(text(block, "heading", scope))});
        if (block.contains("text")) {
            const bool small = block.contains("small") && block.at("small") == true;
            m_out.emplace_back(Paragraph{text(block, "text", scope), small ? kSmallSize : kBodySize, alignOf(block)});
        }
        if (const auto* table = block.if_contains("table")) m_out.emplace_back(tableOf(table->get_object(), scope));
        if (const auto* facts = block.if_contains("facts"))
            m_out.emplace_back(factsOf(block, facts->get_array(), scope));
        if (const auto* ticks = block.if_contains("ticks")) m_out.emplace_back(ticksOf(ticks->get_object(), scope));
        if (const auto* sides = block.if_contains("sides")) {
            const auto& of = sides->get_object();
            m_out.emplace_back(Sides{text(of, "left", scope), text(of, "middle", scope), text(of, "right", scope)});
        }
        if (const auto* signatures = block.if_contains("signatures"))
            m_out.emplace_back(signaturesOf(signatures->get_object(), scope));
        if (const auto* photos = block.if_contains("photos")) m_out.emplace_back(photosOf(photos->get_object(), scope));
        if (const auto* blocks = block.if_contains("blocks")) {
            const auto over = textOr(block, "each");
            if (over.empty()) return addAll(blocks->get_array(), scope);
            each(over, scope, [&](const Scope& inner) { addAll(blocks->get_array(), inner); });
        }
    }

    static Text bold(Text text) {
        for (auto& run : text) run.bold = true;
        return text;
    }

    static Row rowOf(const json::array& cells, const Scope& scope) {
        Row out;
        for (const auto& value : cells) {
            Cell cell;
            if (const auto* object = value.if_object()) {
                cell.text = text(*object, "text", scope);
                cell.align = alignOf(*object);
                if (const auto* columns = object->if_contains("columns"))
                    cell.columns = static_cast<int>(columns->get_int64());
                if (const auto* shaded = object->if_contains("shaded")) cell.shaded = shaded->get_bool();
            } else {
                cell.text = fillPattern(value.get_string(), scope);
            }
            out.push_back(std::move(cell));
        }
        return out;
    }

    static Table tableOf(const json::object& table, const Scope& scope) {
        Table out;
        for (const auto& width : table.at("columns").get_array()) out.widths.push_back(width.to_number<double>());
        if (const auto* head = table.if_contains("head")) {
            for (const auto& row : head->get_array()) out.head.push_back(rowOf(row.get_array(), scope));
        }
        out.middle = !table.contains("top");
        each(textOr(table, "each"), scope, [&](const Scope& row) {
            const auto* cells = table.if_contains("row");
            if (!cells) cells = table.at("rows").get_object().if_contains(row.text("kind"));
            if (cells) out.rows.push_back(rowOf(cells->get_array(), row));
        });
        if (out.rows.empty() && table.contains("none")) {
            Cell cell{text(table, "none", scope)};
            cell.columns = static_cast<int>(out.widths.size());
            out.rows.push_back({std::move(cell)});
        }
        return out;
    }

    static Table factsOf(const json::object& block, const json::array& rows, const Scope& scope) {
        Table out;
        const double label = block.contains("label") ? block.at("label").to_number<double>() : kLabelWidth;
        out.widths = {label, 0, label, 0};
        out.lead = text(block, "lead", scope);
        if (!out.lead.empty()) out.leadWidth = kLeadWidth;
        for (const auto& value : rows) {
            const auto& row = value.get_array();
            Row cells;
            for (std::size_t i = 0; i < row.size(); ++i) {
                Cell cell{fillPattern(row[i].get_string(), scope)};
                cell.shaded = i % 2 == 0;
                if (i == 1 && row.size() == 2) cell.columns = 3;
                cells.push_back(std::move(cell));
            }
            out.rows.push_back(std::move(cells));
        }
        return out;
    }

    static Ticks ticksOf(const json::object& ticks, const Scope& scope) {
        Ticks out{text(ticks, "lead", scope), {}, text(ticks, "tail", scope)};
        for (const auto& value : ticks.at("ticks").get_array()) {
            const auto& tick = value.get_object();
            out.ticks.push_back({text(tick, "label", scope), scope.says(textOr(tick, "on"))});
        }
        return out;
    }

    Picture pictureAt(const json::object& of, std::string_view name, const Scope& scope) {
        const auto place = textOr(of, name);
        const auto hash = place.empty() ? std::string() : scope.text(place);
        if (hash.starts_with('{')) return {};  // no file: the strokes themselves (inkAt)
        return {hash.empty() ? std::string() : m_pictureOf(hash)};
    }

    // What a hand drew, where the facts hold its strokes: {"width":…,"height":…,"lines":[[x,y, x,y, …], …]}.
    static Ink inkAt(const json::object& of, std::string_view name, const Scope& scope) {
        const auto place = textOr(of, name);
        const auto said = place.empty() ? std::string() : scope.text(place);
        const auto value = said.starts_with('{') ? parseJson(said) : Result<json::value>(fail(Error{}));
        if (!value || !value->is_object()) return {};
        const auto& object = value->get_object();
        Ink out{static_cast<double>(integerAt(object, "width").value_or(0)),
                static_cast<double>(integerAt(object, "height").value_or(0))};
        const auto lines = arrayAt(object, "lines");
        if (!lines) return {};
        for (const auto& line : **lines) {
            auto& points = out.lines.emplace_back();
            const auto* numbers = line.if_array();
            for (std::size_t i = 0; numbers && i + 1 < numbers->size(); i += 2)
                points.emplace_back((*numbers)[i].to_number<double>(), (*numbers)[i + 1].to_number<double>());
        }
        return out;
    }

    Signatures signaturesOf(const json::object& signatures, const Scope& scope) {
        Signatures out;
        each(textOr(signatures, "each"), scope, [&](const Scope& one) {
            out.boxes.push_back({text(signatures, "role", one), pictureAt(signatures, "drawing", one),
                                 text(signatures, "under", one), inkAt(signatures, "drawing", one)});
        });
        return out;
    }

    Photos photosOf(const json::object& photos, const Scope& scope) {
        Photos out;
        each(textOr(photos, "each"), scope, [&](const Scope& one) {
            auto picture = pictureAt(photos, "picture", one);
            picture.marks = pictureAt(photos, "marks", one).content;
            out.photos.push_back({std::move(picture), text(photos, "under", one)});
        });
        return out;
    }

    const PictureOf& m_pictureOf;
    std::vector<Block>& m_out;
};

}  // namespace

Part compose(const Layout& layout, const json::object& data, const PictureOf& pictureOf) {
    const auto& description = layout.description();
    const Scope scope = outermost(layout, data);
    const auto text = [&](std::string_view name) { return fillPattern(textOr(description, name), scope); };
    Part out{text("office"), text("title"), text("left"), text("right"), {}, text("under"), {}};
    for (auto& run : out.title) run.bold = true;
    if (const auto code = textOr(description, "code"); !code.empty()) out.code = scope.text(code);
    Composer(pictureOf, out.blocks).addAll(description.at("blocks").get_array(), scope);
    return out;
}

std::vector<Text> composeFoot(const Layout& layout, const json::object& data) {
    std::vector<Text> out;
    const auto* foot = layout.description().if_contains("foot");
    if (!foot) return out;
    const Scope scope = outermost(layout, data);
    for (const auto& line : foot->get_array()) {
        const auto* object = line.if_object();
        if (object && !isShown(*object, scope)) continue;
        out.push_back(fillPattern(object ? textOr(*object, "text") : std::string(line.get_string()), scope));
    }
    return out;
}

std::string pageText(const Layout& layout) {
    return textOr(layout.description(), "page");
}

}  // namespace plumb::document
