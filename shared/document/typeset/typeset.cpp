#include "shared/document/typeset/typeset.h"

#include <cairo-pdf.h>
#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "shared/document/typeset/flow.h"
#include "shared/document/typeset/pack_pdf.h"

namespace plumb::document {
namespace {

constexpr double kFootTop = 789;  // the line above the foot
constexpr double kFootSize = 8.25, kPageTextSize = 9.75;
constexpr double kShade = 0.945;

using QrCode = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

class Drawer {
  public:
    explicit Drawer(cairo_t* cairo) : m_cairo(cairo) {}

    void operator()(const PlacedText& text) const { text.text->draw(m_cairo, text.x, text.y, text.from, text.to); }
    void operator()(const PlacedPicture& one) const {
        one.picture->draw(m_cairo, one.x, one.y, one.width, one.height);
        const auto place = one.picture->placeIn(one.x, one.y, one.width, one.height);
        if (one.marks) one.marks->draw(m_cairo, place.x, place.y);
    }
    // The curves that screens show: through the middles between the points.
    void operator()(const PlacedInk& one) const {
        constexpr double kPen = 1.1;
        const double scale = std::min(one.width / one.ink.width, one.height / one.ink.height);
        const double left = one.x + (one.width - one.ink.width * scale) / 2,
                     top = one.y + (one.height - one.ink.height * scale) / 2;
        const auto at = [&](const std::pair<double, double>& point) {
            return std::pair(left + point.first * scale, top + point.second * scale);
        };
        cairo_save(m_cairo);
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_set_line_width(m_cairo, kPen);
        cairo_set_line_cap(m_cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(m_cairo, CAIRO_LINE_JOIN_ROUND);
        for (const auto& line : one.ink.lines) {
            if (line.empty()) continue;
            auto [x, y] = at(line.front());
            cairo_move_to(m_cairo, x, y);
            for (std::size_t i = 1; i + 1 < line.size(); ++i) {
                const auto [cx, cy] = at(line[i]);
                const auto [nx, ny] = at(line[i + 1]);
                const double ex = (cx + nx) / 2, ey = (cy + ny) / 2;
                // A quadratic curve as the cubic one that it is.
                cairo_curve_to(m_cairo, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, ex + (cx - ex) * 2 / 3,
                               ey + (cy - ey) * 2 / 3, ex, ey);
                x = ex;
                y = ey;
            }
            const auto [lx, ly] = at(line.back());
            cairo_line_to(m_cairo, lx, ly);
        }
        cairo_stroke(m_cairo);
        cairo_restore(m_cairo);
    }
    void operator()(const PlacedShade& shade) const {
        cairo_set_source_rgb(m_cairo, kShade, kShade, kShade);
        cairo_rectangle(m_cairo, shade.x, shade.y, shade.width, shade.height);
        cairo_fill(m_cairo);
    }
    void operator()(const PlacedLine& line) const {
        cairo_set_source_rgb(m_cairo, line.grey, line.grey, line.grey);
        cairo_set_line_width(m_cairo, line.width);
        cairo_move_to(m_cairo, line.x1, line.y1);
        cairo_line_to(m_cairo, line.x2, line.y2);
        cairo_stroke(m_cairo);
    }
    void operator()(const PlacedTick& tick) const {
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_set_line_width(m_cairo, 0.9);
        cairo_rectangle(m_cairo, tick.x, tick.y, tick.size, tick.size);
        if (tick.on) {
            cairo_move_to(m_cairo, tick.x + tick.size * 0.2, tick.y + tick.size * 0.55);
            cairo_line_to(m_cairo, tick.x + tick.size * 0.42, tick.y + tick.size * 0.78);
            cairo_line_to(m_cairo, tick.x + tick.size * 0.82, tick.y + tick.size * 0.22);
        }
        cairo_stroke(m_cairo);
    }
    void operator()(const PlacedCode& code) const {
        const QrCode qr(QRcode_encodeString8bit(code.text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
        if (!qr) return;  // longer than any code holds; typeset() refuses it before
        // A mask of one bit a module: a tenth of the bytes of so many squares, and no hairlines between them.
        const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> mask(
            cairo_image_surface_create(CAIRO_FORMAT_A1, qr->width, qr->width), cairo_surface_destroy);
        auto* bits = reinterpret_cast<std::uint32_t*>(cairo_image_surface_get_data(mask.get()));
        const int stride = cairo_image_surface_get_stride(mask.get()) / 4;
        for (int i = 0; i < qr->width * qr->width; ++i) {
            const int x = i % qr->width, y = i / qr->width;
            // Within a word of the machine its own lowest bit is the leftmost one.
            if (qr->data[i] & 1) bits[y * stride + x / 32] |= std::uint32_t{1} << x % 32;
        }
        cairo_surface_mark_dirty(mask.get());
        constexpr int kQuiet = 2;  // of the four quiet modules: the paper around it is white
        const double module = code.size / (qr->width + 2 * kQuiet);
        cairo_save(m_cairo);
        cairo_translate(m_cairo, code.x + kQuiet * module, code.y + kQuiet * module);
        cairo_scale(m_cairo, module, module);
        const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> pattern(
            cairo_pattern_create_for_surface(mask.get()), cairo_pattern_destroy);
        cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_mask(m_cairo, pattern.get());
        cairo_restore(m_cairo);
    }

  private:
    cairo_t* m_cairo;
};

std::string filled(std::string text, std::string_view name, std::size_t value) {
    if (const auto at = text.find(name); at != std::string::npos) text.replace(at, name.size(), std::to_string(value));
    return text;
}

void drawFoot(cairo_t* cairo, const Fonts& fonts, const Document& document, std::size_t page, std::size_t pages) {
    const Drawer drawer(cairo);
    drawer(PlacedLine{kSide, kFootTop, kPageWidth - kSide, kFootTop, 0.8});
    const std::string number = filled(filled(document.pageText, "{page}", page), "{pages}", pages);
    const SetText right(fonts, {{number}}, {kPageTextSize, Align::right}, kInner);
    right.draw(cairo, kSide, kFootTop + 3, 0, right.lines());
    double y = kFootTop + 4;
    for (const auto& line : document.foot) {
        const SetText set(fonts, line, {kFootSize}, kInner - right.width() - 12);
        set.draw(cairo, kSide, y, 0, std::min<std::size_t>(set.lines(), 2));
        y += set.heightOf(0, std::min<std::size_t>(set.lines(), 2));
    }
}

// Under what the page says, so that nothing is hidden by it.
void drawWatermark(cairo_t* cairo, const Fonts& fonts, const std::string& text) {
    const SetText set(fonts, {{text, true}}, {96}, -1);
    constexpr double kSlope = M_PI / 5, kMostOfWidth = 0.94;
    const double across = set.width() * std::cos(kSlope), most = kPageWidth * kMostOfWidth;
    cairo_push_group(cairo);
    cairo_translate(cairo, kPageWidth / 2, kPageHeight / 2);
    cairo_rotate(cairo, -kSlope);
    if (across > most) cairo_scale(cairo, most / across, most / across);
    set.draw(cairo, -set.width() / 2, -set.height() / 2, 0, set.lines());
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, 0.09);
}

// As Cairo reads it: no parts of a second.
std::string creationDate(const Instant& at) {
    auto text = formatInstant(at);
    const auto dot = text.find('.');
    return text.erase(dot, text.find_first_of("+-", dot) - dot);
}

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<Pdf> typeset(const Document& document) {
    const auto fonts = Fonts::ofThisThread();
    if (!fonts) return fail(fonts.error());
    Flow flow(**fonts);
    for (const auto& part : document.parts) {
        constexpr std::size_t kMostInCode = 1200;  // bytes; more would be too fine for a phone to read from paper
        if (part.code.size() > kMostInCode)
            return fail(ErrorKind::tooLarge, "code_too_long",
                        "the paper's QR code would hold " + std::to_string(part.code.size()) + " bytes; at most " +
                            std::to_string(kMostInCode) + " can be read from paper");
        if (auto done = flow.add(part); !done) return fail(done.error());
    }
    const auto pages = flow.takePages();
    Pdf out;
    out.title = document.title;
    out.pages = static_cast<int>(pages.size());
    out.unknown.assign(flow.unknown().begin(), flow.unknown().end());
    {
        const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
            cairo_pdf_surface_create_for_stream(append, &out.content, kPageWidth, kPageHeight), cairo_surface_destroy);
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, document.author.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Plumbline");
        const auto at = creationDate(document.at);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, at.c_str());
        const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (!document.watermark.empty()) drawWatermark(cairo.get(), **fonts, document.watermark);
            // By kind, in the order of the variant: a shade under all, so that it hides no line, and texts one after
            // the other, which makes a page a tenth smaller.
            const Drawer drawer(cairo.get());
            for (std::size_t kind = 0; kind < std::variant_size_v<Placed>; ++kind) {
                for (const auto& placed : pages[i].placed) {
                    if (placed.index() == kind) std::visit(drawer, placed);
                }
            }
            drawFoot(cairo.get(), **fonts, document, i + 1, pages.size());
            cairo_show_page(cairo.get());
        }
        cairo_surface_finish(surface.get());
        if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
            return fail(ErrorKind::broken, "paper_broken", cairo_status_to_string(status));
    }
    auto packed = packPdf(out.content);
    if (!packed) return fail(packed.error());
    out.content = std::move(*packed);
    return out;
}

}  // namespace plumb::document
