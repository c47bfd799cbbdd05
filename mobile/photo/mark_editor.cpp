#include "mobile/photo/mark_editor.h"

#include <algorithm>
#include <cmath>

#include "mobile/ui/text.h"

namespace plumb::mobile {

using picture::kMarkGrid;
using picture::Mark;
using picture::MarkColor;
using picture::MarkKind;
using picture::MarkPoint;

namespace {

constexpr std::size_t kMostSteps = 200;
constexpr int kLeast = 80;     // of the grid: less was a tap, and no mark
constexpr int kLineStep = 30;  // of the grid, between the points of a line that is drawn by hand

int gridOf(qreal part) {
    return std::clamp(static_cast<int>(std::lround(part * kMarkGrid)), 0, kMarkGrid);
}

MarkPoint pointOf(const QPointF& at) {
    return {gridOf(at.x()), gridOf(at.y())};
}

QPointF partsOf(const MarkPoint& point) {
    return {point.x / qreal(kMarkGrid), point.y / qreal(kMarkGrid)};
}

bool isField(MarkKind kind) {
    return kind == MarkKind::ellipse || kind == MarkKind::mosaic;
}

// Corners in their order, whichever way they were drawn.
std::vector<MarkPoint> fieldOf(const MarkPoint& a, const MarkPoint& b) {
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

bool isTap(const Mark& mark) {
    if (mark.kind == MarkKind::text) return false;
    int left = kMarkGrid, right = 0, top = kMarkGrid, bottom = 0;
    for (const auto& point : mark.points) {
        left = std::min(left, point.x), right = std::max(right, point.x);
        top = std::min(top, point.y), bottom = std::max(bottom, point.y);
    }
    const bool small = right - left < kLeast, low = bottom - top < kLeast;
    return isField(mark.kind) ? small || low : small && low;
}

qreal distance(const QPointF& p, const QPointF& a, const QPointF& b) {
    const QPointF along = b - a;
    const qreal length = QPointF::dotProduct(along, along);
    const qreal part = length > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0) : 0;
    const QPointF off = p - (a + part * along);
    return std::hypot(off.x(), off.y());
}

}  // namespace

void MarkEditor::load(const Sha256& photo, const std::string& layer) {
    const auto read = picture::readMarks(layer);
    m_layer = read ? *read : picture::MarkLayer{};
    m_layer.of = photo;
    m_undo.clear();
    m_redo.clear();
    m_drag = Drag::none;
    m_selected = -1;
    emit changed();
}

void MarkEditor::setPhoto(const QImage& photo) {
    m_photo = photo;
    emit photoChanged();
}

void MarkEditor::setTool(const QString& tool) {
    m_tool = tool == m_tool ? QString() : tool;
    m_selected = -1;
    emit toolChanged();
    emit changed();
}

bool MarkEditor::recolorable() const {
    return m_selected >= 0 && m_layer.marks[static_cast<std::size_t>(m_selected)].kind != MarkKind::mosaic;
}

int MarkEditor::mosaics() const {
    return static_cast<int>(std::count_if(m_layer.marks.begin(), m_layer.marks.end(),
                                          [](const auto& one) { return one.kind == MarkKind::mosaic; }));
}

QRectF MarkEditor::boundsOf(int mark) const {
    const auto& one = m_layer.marks[static_cast<std::size_t>(mark)];
    QRectF out(partsOf(one.points[0]), QSizeF(0, 0));
    for (const auto& point : one.points) {
        const auto at = partsOf(point);
        out.setLeft(std::min(out.left(), at.x()));
        out.setRight(std::max(out.right(), at.x()));
        out.setTop(std::min(out.top(), at.y()));
        out.setBottom(std::max(out.bottom(), at.y()));
    }
    if (one.kind == MarkKind::text) {
        const qreal half = 0.012 * static_cast<qreal>(std::min<std::size_t>(one.text.size() / 2 + 2, 36));
        out.adjust(-half, -0.035, half, 0.035);
    }
    return out;
}

std::vector<QPointF> MarkEditor::handles() const {
    if (m_selected < 0) return {};
    const auto& mark = m_layer.marks[static_cast<std::size_t>(m_selected)];
    const auto a = partsOf(mark.points[0]);
    if (mark.kind == MarkKind::arrow) return {a, partsOf(mark.points[1])};
    if (!isField(mark.kind)) return {};
    const auto b = partsOf(mark.points[1]);
    return {a, {b.x(), a.y()}, b, {a.x(), b.y()}};
}

int MarkEditor::markAt(const QPointF& at, const QPointF& reach) const {
    for (int i = count() - 1; i >= 0; --i) {
        const auto& mark = m_layer.marks[static_cast<std::size_t>(i)];
        const auto bounds = boundsOf(i).adjusted(-reach.x(), -reach.y(), reach.x(), reach.y());
        if (!bounds.contains(at)) continue;
        // With a tool in hand a field that is pointed into is drawn over; its marks are taken by their lines.
        if (mark.kind == MarkKind::mosaic && !m_tool.isEmpty()) continue;
        if (mark.kind != MarkKind::arrow && mark.kind != MarkKind::line) return i;
        for (std::size_t p = 0; p + 1 < mark.points.size(); ++p)
            if (distance(at, partsOf(mark.points[p]), partsOf(mark.points[p + 1])) <= std::max(reach.x(), reach.y()))
                return i;
    }
    return -1;
}

int MarkEditor::handleAt(const QPointF& at, const QPointF& reach) const {
    int nearest = -1;
    qreal least = 1e9;
    const auto places = handles();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QPointF off = places[i] - at;
        if (std::abs(off.x()) > reach.x() || std::abs(off.y()) > reach.y()) continue;
        const qreal far = std::hypot(off.x() / reach.x(), off.y() / reach.y());
        if (far < least) least = far, nearest = static_cast<int>(i);
    }
    return nearest;
}

void MarkEditor::press(qreal x, qreal y, qreal reachX, qreal reachY) {
    const QPointF at(x, y), reach(reachX, reachY);
    m_before = m_layer.marks;
    m_from = at;
    m_handle = handleAt(at, reach);
    m_drag = m_handle >= 0 ? Drag::shapes : Drag::none;
    if (m_drag == Drag::none) {
        m_selected = markAt(at, reach);
        if (m_selected >= 0)
            m_drag = Drag::moves;
        else if (m_tool == QLatin1String("text"))
            emit textAsked(std::clamp(x, 0.0, 1.0), std::clamp(y, 0.0, 1.0));
        else if (!m_tool.isEmpty())
            begin(at);
    }
    if (m_selected >= 0) m_held = m_layer.marks[static_cast<std::size_t>(m_selected)];
    emit changed();
}

void MarkEditor::begin(const QPointF& at) {
    if (m_layer.marks.size() >= picture::kMostMarks) return;
    Mark mark;
    for (const auto kind : {MarkKind::arrow, MarkKind::ellipse, MarkKind::line, MarkKind::mosaic})
        if (m_tool == qs(picture::markKindName(kind))) mark.kind = kind;
    mark.points = {pointOf(at), pointOf(at)};
    m_layer.marks.push_back(std::move(mark));
    m_selected = count() - 1;
    m_drag = Drag::draws;
}

void MarkEditor::move(qreal x, qreal y) {
    if (m_drag == Drag::none || m_selected < 0) return;
    const QPointF at(std::clamp(x, 0.0, 1.0), std::clamp(y, 0.0, 1.0));
    auto& mark = m_layer.marks[static_cast<std::size_t>(m_selected)];
    if (m_drag == Drag::moves) {
        mark = *m_held;
        shift(mark, at - m_from);
    } else if (m_drag == Drag::shapes) {
        shape(at);
    } else if (mark.kind == MarkKind::line) {
        const auto point = pointOf(at);
        const auto& last = mark.points.back();
        if (std::hypot(point.x - last.x, point.y - last.y) >= kLineStep &&
            mark.points.size() < picture::kMostLinePoints)
            mark.points.push_back(point);
    } else {
        mark.points =
            isField(mark.kind) ? fieldOf(pointOf(m_from), pointOf(at)) : std::vector{pointOf(m_from), pointOf(at)};
    }
    emit changed();
}

void MarkEditor::shape(const QPointF& at) {
    auto& mark = m_layer.marks[static_cast<std::size_t>(m_selected)];
    const auto point = pointOf(at);
    if (mark.kind == MarkKind::arrow) {
        mark.points[static_cast<std::size_t>(m_handle)] = point;
        return;
    }
    // The corner across from the one that is held stays.
    const auto &a = m_held->points[0], &b = m_held->points[1];
    const MarkPoint across{m_handle == 0 || m_handle == 3 ? b.x : a.x, m_handle < 2 ? b.y : a.y};
    mark.points = fieldOf(across, point);
}

void MarkEditor::shift(Mark& mark, const QPointF& by) const {
    int x = static_cast<int>(std::lround(by.x() * kMarkGrid)), y = static_cast<int>(std::lround(by.y() * kMarkGrid));
    for (const auto& point : mark.points) {
        x = std::clamp(x, -point.x, kMarkGrid - point.x);
        y = std::clamp(y, -point.y, kMarkGrid - point.y);
    }
    for (auto& point : mark.points) point.x += x, point.y += y;
}

void MarkEditor::release() {
    if (m_drag == Drag::none) return;
    const bool drawn = m_drag == Drag::draws;
    m_drag = Drag::none;
    auto& mark = m_layer.marks[static_cast<std::size_t>(m_selected)];
    if (isTap(mark) || !picture::checkMark(mark)) {
        if (drawn) {
            m_layer.marks.pop_back();
            m_selected = -1;
        } else {
            mark = *m_held;
        }
    }
    settle(std::move(m_before));
}

void MarkEditor::cancel() {
    if (m_drag == Drag::none) return;
    m_drag = Drag::none;
    m_layer.marks = m_before;
    if (m_selected >= count()) m_selected = -1;
    emit changed();
}

void MarkEditor::settle(std::vector<Mark> before) {
    if (before != m_layer.marks) {
        m_undo.push_back(std::move(before));
        if (m_undo.size() > kMostSteps) m_undo.erase(m_undo.begin());
        m_redo.clear();
        emit settled();
    }
    emit changed();
}

void MarkEditor::addText(qreal x, qreal y, const QString& text) {
    Mark mark{MarkKind::text, MarkColor::red, {pointOf({x, y})}, ss(text.simplified())};
    if (!picture::checkMark(mark) || m_layer.marks.size() >= picture::kMostMarks) return;
    auto before = m_layer.marks;
    m_layer.marks.push_back(std::move(mark));
    m_selected = count() - 1;
    settle(std::move(before));
}

void MarkEditor::removeSelected() {
    if (m_selected < 0) return;
    auto before = m_layer.marks;
    m_layer.marks.erase(m_layer.marks.begin() + m_selected);
    m_selected = -1;
    settle(std::move(before));
}

void MarkEditor::recolorSelected(const QString& color) {
    if (!recolorable()) return;
    auto before = m_layer.marks;
    for (const auto one : {MarkColor::red, MarkColor::yellow, MarkColor::blue})
        if (color == qs(picture::markColorName(one))) m_layer.marks[static_cast<std::size_t>(m_selected)].color = one;
    settle(std::move(before));
}

void MarkEditor::nudge(qreal x, qreal y) {
    if (m_selected < 0) return;
    auto before = m_layer.marks;
    shift(m_layer.marks[static_cast<std::size_t>(m_selected)], {x, y});
    settle(std::move(before));
}

void MarkEditor::selectNext() {
    if (count() == 0) return;
    m_selected = (m_selected + 1) % count();
    emit changed();
}

void MarkEditor::deselect() {
    m_selected = -1;
    emit changed();
}

void MarkEditor::undo() {
    if (m_undo.empty()) return;
    m_redo.push_back(std::move(m_layer.marks));
    m_layer.marks = std::move(m_undo.back());
    m_undo.pop_back();
    m_selected = -1;
    emit settled();
    emit changed();
}

void MarkEditor::redo() {
    if (m_redo.empty()) return;
    m_undo.push_back(std::move(m_layer.marks));
    m_layer.marks = std::move(m_redo.back());
    m_redo.pop_back();
    m_selected = -1;
    emit settled();
    emit changed();
}

}  // namespace plumb::mobile
