// Puts the blocks of papers on pages, one after the other. Not thread-safe; used once.
#pragma once

#include <set>

#include "shared/document/typeset/page.h"
#include "shared/document/typeset/paper.h"

namespace plumb::document {

class Flow {
  public:
    explicit Flow(const Fonts& fonts) : m_fonts(fonts) {}

    Result<void> add(const Part& part);

    [[nodiscard]] std::vector<Page> takePages() { return std::move(m_pages); }
    [[nodiscard]] const std::set<std::string>& unknown() const { return m_unknown; }

  private:
    using Shared = std::shared_ptr<const SetText>;
    Shared set(const Text& text, SetText::Manner manner, double width);
    void put(const Shared& text, double x, double y) { put(text, x, y, 0, text->lines()); }
    void put(const Shared& text, double x, double y, std::size_t from, std::size_t to);
    template <class T>
    void draw(T placed) {
        m_pages.back().placed.emplace_back(std::move(placed));
    }
    void frame(double left, double top, double right, double bottom);
    void breakPage();
    // A new page where `height` has no room on this one.
    void need(double height) {
        if (m_y + height > kBottom && m_y > kTop) breakPage();
    }
    void head(const Part& part);

    Result<void> place(const Heading& heading);
    Result<void> place(const Paragraph& paragraph);
    Result<void> place(const Table& table);
    Result<void> place(const Ticks& ticks);
    Result<void> place(const Sides& sides);
    Result<void> place(const Signatures& signatures);
    Result<void> place(const Photos& photos);
    Result<void> placeInRoom(const Picture& picture, PictureKind kind, double x, double y, double width, double height);

    // table_flow.cpp
    struct SetRow;
    SetRow setRow(const Row& row, const std::vector<double>& widths, bool head);
    void openGrid() { m_gridTop = m_y; }
    void closeGrid(const std::vector<double>& widths, double x);
    void drawRow(SetRow& row, const std::vector<double>& widths, double x, double height, bool middle);

    const Fonts& m_fonts;
    std::vector<Page> m_pages;
    double m_y = kTop;
    double m_gridTop = 0;
    std::set<std::string> m_unknown;
};

}  // namespace plumb::document
