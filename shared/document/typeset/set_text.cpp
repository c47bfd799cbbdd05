#include "shared/document/typeset/set_text.h"

#include <algorithm>
#include <set>

#include "shared/document/typeset/kept_together.h"

namespace plumb::document {
namespace {

constexpr double kLead = 1.5;  // height of a line, in sizes
// The face has no bold of its own: letters are struck twice, so far apart, in sizes.
constexpr double kStrike = 0.032;
constexpr double kGrey = 0.25;

double points(int pango) {
    return static_cast<double>(pango) / PANGO_SCALE;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

// What the first face claims to have and does not show is set in the second.
void addSecondFace(PangoAttrList* list, const std::string& text) {
    for (const char* at = text.c_str(); *at; at = g_utf8_next_char(at)) {
        if (!isBlankInFirstFace(g_utf8_get_char(at))) continue;
        const auto from = static_cast<std::size_t>(at - text.c_str());
        add(list, pango_attr_family_new(kSecondFace), from, from + (g_utf8_next_char(at) - at));
    }
}

}  // namespace

SetText::SetText(const Fonts& fonts, const Text& text, Manner manner, double width)
    : m_layout(pango_layout_new(fonts.context())), m_size(manner.size) {
    const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(pango_attr_list_new(),
                                                                                      pango_attr_list_unref);
    for (const auto& run : text) {
        const auto from = m_text.size();
        // Half a character, or anything that is no text, stays visible as such.
        const std::unique_ptr<char, decltype(&g_free)> valid(
            g_utf8_make_valid(run.text.data(), static_cast<gssize>(run.text.size())), g_free);
        m_text += valid.get();
        const Range range{static_cast<int>(from), static_cast<int>(m_text.size())};
        // The weight parts the runs; the face answers it with its only one.
        if (run.bold) {
            add(attributes.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, m_text.size());
            m_bold.push_back(range);
        }
        if (run.grey) {
            add(attributes.get(), pango_attr_foreground_new(0x4000, 0x4000, 0x4000), from, m_text.size());
            m_grey.push_back(range);
        }
        if (run.mono) add(attributes.get(), pango_attr_family_new(kMonoFace), from, m_text.size());
    }
    addSecondFace(attributes.get(), m_text);
    for (const auto& [from, to] : keptTogether(m_text))
        add(attributes.get(), pango_attr_allow_breaks_new(FALSE), from, to);
    if (manner.spacing != 0)
        add(attributes.get(), pango_attr_letter_spacing_new(static_cast<int>(manner.spacing * PANGO_SCALE)), 0,
            m_text.size());
    auto* layout = m_layout.get();
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
        pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family_static(font.get(), kFace);
    pango_font_description_set_size(font.get(), static_cast<int>(manner.size * PANGO_SCALE));
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_text(layout, m_text.c_str(), static_cast<int>(m_text.size()));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (width >= 0) pango_layout_set_width(layout, static_cast<int>(std::max(width, 1.0) * PANGO_SCALE));
    pango_layout_set_alignment(layout, manner.align == Align::center  ? PANGO_ALIGN_CENTER
                                       : manner.align == Align::right ? PANGO_ALIGN_RIGHT
                                                                      : PANGO_ALIGN_LEFT);
    // Fonts differ in the height that they claim; lines are of one height whichever they are set in.
    const double lead = manner.size * kLead;
    const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> at(pango_layout_get_iter(layout),
                                                                                 pango_layout_iter_free);
    double top = 0;
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(at.get(), nullptr, &extents);
        // Of the letters' size four fifths stand above the line.
        m_lines.push_back({pango_layout_iter_get_line_readonly(at.get()), points(extents.x), top, top + lead,
                           top + (lead - manner.size) / 2 + manner.size * 0.86});
        m_width = std::max(m_width, points(extents.width));
        top += lead;
    } while (pango_layout_iter_next_line(at.get()));
}

double SetText::heightOf(std::size_t from, std::size_t to) const {
    return from < to ? m_lines[to - 1].bottom - m_lines[from].top : 0;
}

std::size_t SetText::fitting(std::size_t from, double height) const {
    std::size_t to = from;
    while (to < lines() && heightOf(from, to + 1) <= height) ++to;
    return to - from;
}

void SetText::draw(cairo_t* cairo, double x, double y, std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        const auto& line = m_lines[i];
        drawLine(cairo, line, x + line.x, y + line.baseline - m_lines[from].top);
    }
}

void SetText::drawLine(cairo_t* cairo, const Line& line, double x, double baseline) const {
    const auto within = [](const std::vector<Range>& ranges, int offset) {
        return std::any_of(ranges.begin(), ranges.end(),
                           [&](const Range& range) { return range.from <= offset && offset < range.to; });
    };
    for (const GSList* at = line.line->runs; at; at = at->next) {
        const auto* run = static_cast<PangoLayoutRun*>(at->data);
        const double level = within(m_grey, run->item->offset) ? kGrey : 0;
        cairo_set_source_rgb(cairo, level, level, level);
        const bool bold = within(m_bold, run->item->offset);
        for (int strike = 0; strike < (bold ? 2 : 1); ++strike) {
            cairo_move_to(cairo, x + strike * kStrike * m_size, baseline);
            pango_cairo_show_glyph_string(cairo, run->item->analysis.font, run->glyphs);
        }
        x += points(pango_glyph_string_get_width(run->glyphs));
    }
    cairo_set_source_rgb(cairo, 0, 0, 0);
}

std::vector<std::string> SetText::unknown() const {
    std::set<std::string> found;
    if (pango_layout_get_unknown_glyphs_count(m_layout.get()) == 0) return {};
    for (const auto& line : m_lines) {
        for (const GSList* at = line.line->runs; at; at = at->next) {
            const auto* run = static_cast<PangoLayoutRun*>(at->data);
            for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
                if (!(run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)) continue;
                const char* from = m_text.c_str() + run->item->offset + run->glyphs->log_clusters[i];
                found.emplace(from, static_cast<std::size_t>(g_utf8_next_char(from) - from));
            }
        }
    }
    return {found.begin(), found.end()};
}

}  // namespace plumb::document
