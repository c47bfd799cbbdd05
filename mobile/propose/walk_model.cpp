#include "mobile/propose/walk_model.h"

#include "mobile/ui/distance_text.h"

namespace plumb::mobile {

namespace {

// Who sets a corner stands at it: a fix of a minute ago may be of another place.
constexpr int kOldestForCorner = 10;  // seconds

}  // namespace

WalkModel::WalkModel(PositionSource& position, QObject* parent) : QObject(parent), m_position(position) {
    connect(&m_position, &PositionSource::moved, this, &WalkModel::moved);
}

void WalkModel::take(domain::BoundaryWalk walk, bool closed, bool mocked) {
    m_walk = std::move(walk);
    m_closed = closed && m_walk.canClose();
    m_mocked = mocked;
    m_recording = false;
    m_said.clear();
    m_tone.clear();
    emit changed();
}

void WalkModel::setTrack(bool track) {
    if (!empty() || track == this->track()) return;
    m_walk = domain::BoundaryWalk(track ? domain::WalkWay::track : domain::WalkWay::corners);
    say({}, "");
}

void WalkModel::say(Sentence words, const char* tone) {
    m_said = std::move(words);
    m_tone = QLatin1String(tone);
    emit changed();
}

void WalkModel::changedFrom(std::size_t before) {
    const std::size_t now = m_walk.fixes().size();
    emit edited(std::min(before, now), before > now ? before - now : 0);
}

void WalkModel::addCorner() {
    if (track() || m_closed) return;
    const auto where = m_position.now();
    if (const auto* why = std::get_if<domain::NoPlace>(&where))
        return say([why = *why] { return tr("没有定位，没有设角点：%1").arg(sentenceFor(why)); }, "part");
    if (m_position.age() > kOldestForCorner)
        return say(
            [age = m_position.age()] {
                return tr("最近一次定位在 %1 秒前，没有设角点。请站住，等新的定位。").arg(age);
            },
            "part");
    const auto& place = std::get<domain::Place>(where);
    const std::size_t before = m_walk.fixes().size();
    switch (m_walk.take(place)) {
        case domain::WalkVerdict::inexact:
            say(
                [accuracy = qRound(place.accuracy)] {
                    return tr("精度 ±%1 m，没有设角点：要在 ±%2 m 以内。请到开阔处等一会儿。")
                        .arg(accuracy)
                        .arg(qRound(domain::kWorstWalkAccuracy));
                },
                "part");
            return changedFrom(before);
        case domain::WalkVerdict::near:
            return say([] { return tr("还在上一个角点，没有再设。"); }, "part");
        case domain::WalkVerdict::full:
            return say([] { return tr("角点已到上限，没有再设。"); }, "part");
        case domain::WalkVerdict::jump:
        case domain::WalkVerdict::taken:
            break;
    }
    if (const auto cross = m_walk.crossing(false)) {
        (void)m_walk.undo();
        return say([edge = cross->first + 1] { return tr("没有设角点：到这里的边会与第 %1 条边相交。").arg(edge); },
                   "part");
    }
    m_mocked = m_mocked || place.mocked;
    say(
        [count = corners(), accuracy = qMax(1, qRound(place.accuracy))] {
            return tr("已设第 %1 个角点，±%2 m。").arg(count).arg(accuracy);
        },
        "pass");
    changedFrom(before);
}

void WalkModel::record(bool on) {
    if (!track() || m_closed || on == m_recording) return;
    m_recording = on;
    if (on) m_walk.resume();
    say([on] { return on ? tr("正在记录。沿边界走，走回起点后按“围拢”。") : tr("已暂停，走过的都已存。"); },
        on ? "pass" : "part");
}

void WalkModel::moved() {
    if (!m_recording) {
        emit changed();
        return;
    }
    const auto& place = *m_position.last();
    const std::size_t before = m_walk.fixes().size();
    const auto left = m_walk.left();
    switch (m_walk.take(place)) {
        case domain::WalkVerdict::taken:
            m_mocked = m_mocked || place.mocked;
            say([accuracy = qMax(1, qRound(place.accuracy))] { return tr("正在记录，±%1 m。").arg(accuracy); }, "pass");
            break;
        case domain::WalkVerdict::inexact:
            say(
                [accuracy = qRound(place.accuracy)] {
                    return tr("精度 ±%1 m，这一点没有用：要在 ±%2 m 以内。")
                        .arg(accuracy)
                        .arg(qRound(domain::kWorstWalkAccuracy));
                },
                "part");
            break;
        case domain::WalkVerdict::jump:
            say([] { return tr("定位跳动，这一点没有用。"); }, "part");
            break;
        case domain::WalkVerdict::full:
            m_recording = false;
            say([] { return tr("轨迹已到上限，停止记录。请围拢，或清除后重走。"); }, "part");
            break;
        case domain::WalkVerdict::near:
            return;
    }
    if (m_walk.fixes().size() != before || !(m_walk.left() == left)) changedFrom(before);
}

void WalkModel::undo() {
    if (empty()) return;
    const std::size_t before = m_walk.fixes().size();
    m_closed = false;
    (void)m_walk.undo();
    say([count = corners()] { return tr("已撤销一个角点，还有 %1 个。").arg(count); }, "pass");
    changedFrom(before);
}

void WalkModel::close() {
    if (m_closed) return;
    if (corners() < 3) return say([] { return tr("至少要三个角点才能围拢。"); }, "part");
    if (!crossing().isEmpty()) return say([this] { return tr("没有围拢：%1。").arg(crossing()); }, "part");
    m_recording = false;
    m_closed = true;
    say([this] { return tr("已围拢：%1。").arg(area()); }, "pass");
    changedFrom(m_walk.fixes().size());
}

void WalkModel::reopen() {
    if (!m_closed) return;
    m_closed = false;
    say([] { return tr("可以接着走。"); }, "pass");
    changedFrom(m_walk.fixes().size());
}

void WalkModel::clear() {
    const std::size_t before = m_walk.fixes().size();
    m_walk = domain::BoundaryWalk(m_walk.way());
    m_recording = m_closed = m_mocked = false;
    say({}, "");
    changedFrom(before);
}

QString WalkModel::area() const {
    return corners() < 3 ? QString() : areaText(m_walk.area());
}

QString WalkModel::length() const {
    return corners() < 2 ? QString() : distanceText(m_walk.length());
}

QString WalkModel::crossing() const {
    // Open as it is gone; as it would be closed once it can be.
    const auto cross = m_walk.crossing(corners() >= 3);
    if (!cross) return {};
    return tr("第 %1 条边与第 %2 条边相交").arg(cross->first + 1).arg(cross->second + 1);
}

QString WalkModel::leftOut() const {
    const auto& left = m_walk.left();
    QStringList parts;
    if (left.inexact > 0) parts.append(tr("精度不够 %1 次").arg(left.inexact));
    if (left.jump > 0) parts.append(tr("定位跳动 %1 次").arg(left.jump));
    return parts.join(QStringLiteral(" · "));
}

QString WalkModel::tolerance() const {
    return track() ? tr("由 %1 个定位点简化，误差不超过 %2 m").arg(fixes()).arg(m_walk.tolerance()) : QString();
}

}  // namespace plumb::mobile
