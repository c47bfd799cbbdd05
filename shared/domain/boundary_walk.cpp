#include "shared/domain/boundary_walk.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace plumb::domain {
namespace {

constexpr double kMetresPerDegree = 111'319.5;

struct Metres {
    double x = 0, y = 0;
};

// In metres around `origin`: over a site's extent as good as the ellipsoid for what lies off a line by metres.
Metres flatten(const GeoPoint& origin, const GeoPoint& at) {
    const double narrow = std::cos(origin.latitude * std::numbers::pi / 180);
    return {std::remainder(at.longitude - origin.longitude, 360.0) * kMetresPerDegree * narrow,
            (at.latitude - origin.latitude) * kMetresPerDegree};
}

double metresOff(Metres from, Metres to, Metres at) {
    const double x = to.x - from.x, y = to.y - from.y, square = x * x + y * y;
    const double along = square > 0 ? std::clamp(((at.x - from.x) * x + (at.y - from.y) * y) / square, 0.0, 1.0) : 0;
    return std::hypot(at.x - from.x - along * x, at.y - from.y - along * y);
}

}  // namespace

std::string_view walkWayName(WalkWay way) {
    return way == WalkWay::corners ? "corners" : "track";
}

std::optional<WalkWay> walkWayNamed(std::string_view name) {
    if (name == "corners") return WalkWay::corners;
    if (name == "track") return WalkWay::track;
    return std::nullopt;
}

std::vector<std::size_t> simplified(const std::vector<GeoPoint>& line, double tolerance) {
    std::vector<std::size_t> out;
    if (line.size() < 3) {
        out.resize(line.size());
        std::iota(out.begin(), out.end(), std::size_t{0});
        return out;
    }
    std::vector<Metres> flat;
    flat.reserve(line.size());
    for (const auto& point : line) flat.push_back(flatten(line.front(), point));
    std::vector<bool> stays(line.size(), false);
    stays.front() = stays.back() = true;
    // Not recursive: a hostile track would have its depth.
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double farthest = tolerance;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double off = metresOff(flat[from], flat[to], flat[i]);
            if (off > farthest) farthest = off, at = i;
        }
        if (at == 0) continue;
        stays[at] = true;
        open.emplace_back(from, at);
        open.emplace_back(at, to);
    }
    for (std::size_t i = 0; i < stays.size(); ++i)
        if (stays[i]) out.push_back(i);
    return out;
}

BoundaryWalk::BoundaryWalk(WalkWay way, std::vector<WalkFix> fixes, WalkLeft left)
    : m_way(way), m_fixes(std::move(fixes)), m_left(left), m_resumed(true) {
    if (m_fixes.size() > kMostWalkFixes) m_fixes.resize(kMostWalkFixes);
    derive();
}

WalkVerdict BoundaryWalk::take(const Place& place) {
    if (!isSound(place) || place.accuracy > kWorstWalkAccuracy) {
        ++m_left.inexact;
        return WalkVerdict::inexact;
    }
    if (m_fixes.size() >= kMostWalkFixes) return WalkVerdict::full;
    if (!m_fixes.empty()) {
        const auto& last = m_fixes.back();
        const double away = metresBetween(last.at, place.point());
        const double seconds = std::chrono::duration<double>(place.at.utc - last.when.utc).count();
        // What both fixes may be off is no way that was gone. A clock that was set back says nothing of speed.
        const double walked = away - last.accuracy - place.accuracy;
        if (!m_resumed && m_way == WalkWay::track && seconds > 0 && walked > kFastestWalk * seconds) {
            ++m_left.jump;
            return WalkVerdict::jump;
        }
        if (away < kNearestFix) return WalkVerdict::near;
    }
    m_resumed = false;
    m_fixes.push_back({place.point(), place.accuracy, place.at});
    derive();
    return WalkVerdict::taken;
}

std::size_t BoundaryWalk::undo() {
    if (m_fixes.empty()) return 0;
    const std::size_t before = m_fixes.size();
    // The fix before the last is the corner that stays; of a single one nothing does.
    m_fixes.resize(m_way == WalkWay::track && m_places.size() > 1 ? m_places[m_places.size() - 2] + 1 : before - 1);
    if (m_way == WalkWay::track && m_fixes.size() == before) m_fixes.pop_back();
    m_resumed = true;
    derive();
    return before - m_fixes.size();
}

void BoundaryWalk::derive() {
    std::vector<GeoPoint> line;
    line.reserve(m_fixes.size());
    for (const auto& fix : m_fixes) line.push_back(fix.at);
    if (m_way == WalkWay::corners) {
        m_tolerance = 0;
        m_places.resize(line.size());
        std::iota(m_places.begin(), m_places.end(), std::size_t{0});
    } else {
        m_tolerance = kWalkTolerance;
        m_places = simplified(line, m_tolerance);
        while (m_places.size() > kMostWalkCorners) m_places = simplified(line, m_tolerance *= 2);
        // Back at the beginning: the last fix is the first corner again, as well as both are known.
        if (m_places.size() > 3) {
            const auto& last = m_fixes.back();
            const double close = std::max(kWalkTolerance, last.accuracy + m_fixes.front().accuracy);
            if (metresBetween(last.at, m_fixes.front().at) <= close) m_places.pop_back();
        }
    }
    m_corners.clear();
    for (const auto place : m_places) m_corners.push_back(line[place]);
}

Ring BoundaryWalk::ring() const {
    Ring out = m_corners;
    out.push_back(out.front());
    if (signedAreaOf(out) < 0) std::reverse(out.begin(), out.end());
    return out;
}

double BoundaryWalk::area() const {
    if (m_corners.size() < 3) return 0;
    Ring out = m_corners;
    out.push_back(out.front());
    return areaOf(out);
}

double BoundaryWalk::length() const {
    double out = 0;
    for (std::size_t i = 1; i < m_corners.size(); ++i) out += metresBetween(m_corners[i - 1], m_corners[i]);
    return out;
}

}  // namespace plumb::domain
