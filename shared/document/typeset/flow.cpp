#include "shared/document/typeset/flow.h"

#include <algorithm>

namespace plumb::document {
namespace {

constexpr double kGap = 4;            // between blocks
constexpr double kHeadingAbove = 7;   // more above a heading
constexpr double kAfterHeading = 48;  // so much of what follows stands on its page
constexpr double kCodeSize = 60;      // of the QR in the corner
constexpr double kTickSize = 9.5;
constexpr double kDrawing = 40;  // height of a drawn signature
constexpr double kPhotoHeight = 150;

}  // namespace

Flow::Shared Flow::set(const Text& text, SetText::Manner manner, double width) {
    auto out = std::make_shared<const SetText>(m_fonts, text, manner, width);
    m_unknown.merge([&] {
        const auto unknown = out->unknown();
        return std::set<std::string>(unknown.begin(), unknown.end());
    }());
    return out;
}

void Flow::put(const Shared& text, double x, double y, std::size_t from, std::size_t to) {
    if (from < to) draw(PlacedText{text, x, y, from, to});
}

void Flow::frame(double left, double top, double right, double bottom) {
    draw(PlacedLine{left, top, right, top, kOuterLine});
    draw(PlacedLine{left, bottom, right, bottom, kOuterLine});
    draw(PlacedLine{left, top, left, bottom, kOuterLine});
    draw(PlacedLine{right, top, right, bottom, kOuterLine});
}

void Flow::breakPage() {
    m_pages.emplace_back();
    m_y = kTop;
}

Result<void> Flow::add(const Part& part) {
    breakPage();
    head(part);
    for (const auto& block : part.blocks) {
        auto done = std::visit([this](const auto& one) { return place(one); }, block);
        if (!done) return done;
    }
    return {};
}

void Flow::head(const Part& part) {
    // What is centred leaves room for the code on both sides, so that it stays in the middle of the paper.
    const double margin = part.code.empty() ? 0 : kCodeSize + 8, width = kInner - 2 * margin;
    if (!part.code.empty()) {
        draw(PlacedCode{part.code, kPageWidth - kSide - kCodeSize, m_y - 6, kCodeSize});
        const auto under = set(part.under, {kSmallSize, Align::center}, kCodeSize + 12);
        put(under, kPageWidth - kSide - kCodeSize - 6, m_y - 6 + kCodeSize);
    }
    const auto office = set(part.office, {kOfficeSize, Align::center, 1.5}, width);
    put(office, kSide + margin, m_y);
    m_y += office->height();
    const auto title = set(part.title, {kTitleSize, Align::center, 4.5}, width);
    put(title, kSide + margin, m_y);
    m_y += title->height() + 12;
    if (!part.code.empty()) m_y = std::max(m_y, kTop + kCodeSize + 9);
    (void)place(Sides{part.left, {}, part.right});
}

Result<void> Flow::place(const Heading& heading) {
    const auto text = set(heading.text, {kHeadingSize}, kInner);
    m_y += kHeadingAbove;
    need(text->height() + kAfterHeading);
    put(text, kSide, m_y);
    m_y += text->height() + 1;
    return {};
}

Result<void> Flow::place(const Paragraph& paragraph) {
    const auto text = set(paragraph.text, {paragraph.size, paragraph.align}, kInner);
    m_y += kGap;
    for (std::size_t from = 0; from < text->lines();) {
        auto fitting = text->fitting(from, kBottom - m_y);
        if (fitting == 0) {
            breakPage();
            fitting = std::max<std::size_t>(text->fitting(from, kBottom - m_y), 1);
        }
        put(text, kSide, m_y, from, from + fitting);
        m_y += text->heightOf(from, from + fitting);
        from += fitting;
    }
    return {};
}

Result<void> Flow::place(const Ticks& ticks) {
    const auto lead = set(ticks.lead, {}, -1);
    const double line = lead->heightOf(0, 1);
    m_y += kGap;
    need(line);
    double x = kSide;
    put(lead, x, m_y);
    x += lead->width() + 8;
    for (const auto& tick : ticks.ticks) {
        const auto label = set(tick.label, {}, -1);
        const double width = kTickSize + 4 + label->width();
        if (x + width > kPageWidth - kSide && x > kSide) {
            m_y += line;
            need(line);
            x = kSide;
        }
        draw(PlacedTick{x, m_y + (line - kTickSize) / 2, kTickSize, tick.on});
        put(label, x + kTickSize + 4, m_y);
        x += width + 20;
    }
    if (ticks.tail.empty()) {
        m_y += line;
        return {};
    }
    // What was said beside the boxes may be long: then it has lines of its own.
    const auto tail = set(ticks.tail, {}, -1);
    if (x + tail->width() <= kPageWidth - kSide) {
        put(tail, x, m_y);
        m_y += line;
        return {};
    }
    m_y += line - kGap;
    return place(Paragraph{ticks.tail});
}

Result<void> Flow::place(const Sides& sides) {
    const auto left = set(sides.left, {}, sides.right.empty() && sides.middle.empty() ? kInner : kInner * 0.62);
    const auto middle = set(sides.middle, {kBodySize, Align::center}, kInner);
    const auto right = set(sides.right, {kBodySize, Align::right}, kInner * 0.6);
    // Long ones stand under each other.
    const bool apart = left->width() + right->width() + 12 > kInner;
    const double height =
        apart ? left->height() + right->height() : std::max({left->height(), middle->height(), right->height()});
    m_y += kGap;
    need(height);
    put(left, kSide, m_y);
    if (!sides.middle.empty()) put(middle, kSide, m_y);
    put(right, kSide + kInner * 0.4, m_y + (apart ? left->height() : 0));
    m_y += height;
    return {};
}

Result<void> Flow::placeInRoom(const Picture& picture, PictureKind kind, double x, double y, double width,
                               double height) {
    if (picture.content.empty()) return {};
    auto layer =
        picture.marks.empty() ? Result<picture::MarkLayer>(picture::MarkLayer{}) : picture::readMarks(picture.marks);
    // What hides a face and cannot be read would print the face.
    if (!layer) return fail(layer.error());
    auto read = PrintPicture::read(picture.content, width, kind, &*layer);
    if (!read) return fail(read.error());
    PlacedPicture placed{std::make_shared<const PrintPicture>(std::move(*read)), x, y, width, height};
    const auto place = placed.picture->placeIn(x, y, width, height);
    if (!layer->marks.empty())
        placed.marks = std::make_shared<const MarkedPicture>(m_fonts, *layer, place.width, place.height);
    draw(std::move(placed));
    return {};
}

Result<void> Flow::place(const Signatures& signatures) {
    constexpr double kPad = 6;
    constexpr std::size_t kMost = 3;
    const auto& boxes = signatures.boxes;
    for (std::size_t first = 0; first < boxes.size(); first += kMost) {
        const auto count = std::min(kMost, boxes.size() - first);
        const double width = kInner / static_cast<double>(count);
        std::vector<std::pair<Shared, Shared>> texts;
        double height = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto& box = boxes[first + i];
            texts.emplace_back(set(box.role, {}, width - 2 * kPad), set(box.under, {}, width - 2 * kPad));
            height = std::max(height, texts[i].first->height() + texts[i].second->height());
        }
        height += kDrawing + 2 * kPad;
        m_y += kGap;
        need(height);
        for (std::size_t i = 0; i < count; ++i) {
            const double x = kSide + width * static_cast<double>(i);
            put(texts[i].first, x + kPad, m_y + kPad);
            auto done = placeInRoom(boxes[first + i].drawing, PictureKind::drawing, x + kPad,
                                    m_y + kPad + texts[i].first->height(), width - 2 * kPad, kDrawing);
            if (!done) return done;
            if (const auto& ink = boxes[first + i].ink; !ink.lines.empty() && ink.width > 0 && ink.height > 0)
                draw(PlacedInk{ink, x + kPad, m_y + kPad + texts[i].first->height(), width - 2 * kPad, kDrawing});
            put(texts[i].second, x + kPad, m_y + height - kPad - texts[i].second->height());
            if (i > 0) draw(PlacedLine{x, m_y, x, m_y + height, kInnerLine, kInnerGrey});
        }
        frame(kSide, m_y, kSide + kInner, m_y + height);
        m_y += height;
    }
    return {};
}

Result<void> Flow::place(const Photos& photos) {
    constexpr double kBetween = 12;
    constexpr double kWidth = (kInner - kBetween) / 2;
    for (std::size_t first = 0; first < photos.photos.size(); first += 2) {
        const auto count = std::min<std::size_t>(2, photos.photos.size() - first);
        std::vector<Shared> under;
        double height = 0;
        for (std::size_t i = 0; i < count; ++i) {
            under.push_back(set(photos.photos[first + i].under, {kSmallSize}, kWidth));
            height = std::max(height, under[i]->height());
        }
        m_y += kGap;
        need(height + kPhotoHeight + kGap);
        for (std::size_t i = 0; i < count; ++i) {
            const double x = kSide + (kWidth + kBetween) * static_cast<double>(i);
            const auto& picture = photos.photos[first + i].picture;
            if (picture.content.empty()) draw(PlacedShade{x, m_y, kWidth, kPhotoHeight});  // not at hand
            auto done = placeInRoom(picture, PictureKind::photo, x, m_y, kWidth, kPhotoHeight);
            if (!done) return done;
            put(under[i], x, m_y + kPhotoHeight + 2);
        }
        m_y += height + kPhotoHeight + kGap;
    }
    return {};
}

}  // namespace plumb::document
