// A boundary as somebody walks along it: fixes of a receiver come in, and each is taken or left out for a reason that
// is counted. By corners: the person stops at each and sets it. By track: every fix is kept, and corners are what is
// left of the track after R. Douglas and T. K. Peucker (1973) within a tolerance that is stated with the result. Pure;
// the same fixes give the same corners, so that what was kept on disk goes on where it was. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/domain/place.h"

namespace plumb::domain {

enum class WalkWay { corners, track };
// "corners", "track".
std::string_view walkWayName(WalkWay way);
std::optional<WalkWay> walkWayNamed(std::string_view name);

// A fix that is less exact says nothing of where an edge runs.
inline constexpr double kWorstWalkAccuracy = 15;  // metres
// Nobody walks, and no receiver that still knows where it is, jumps faster: a horse at a gallop is slower.
inline constexpr double kFastestWalk = 12;  // metres a second
// How far a corner that is left out may lie off the line that stays.
inline constexpr double kWalkTolerance = 2;  // metres
// A fix of a track that is nearer to the one before says nothing new.
inline constexpr double kNearestFix = 0.5;  // metres
// A track of a day on foot; beyond it nothing is taken.
inline constexpr std::size_t kMostWalkFixes = 20'000;
// Of an outline that is proposed; what has more is simplified with a larger tolerance.
inline constexpr std::size_t kMostWalkCorners = 500;

struct WalkFix {
    GeoPoint at;
    double accuracy = 0;  // metres
    Instant when;         // by the device's clock

    friend bool operator==(const WalkFix&, const WalkFix&) = default;
};

enum class WalkVerdict {
    taken,
    inexact,  // worse than kWorstWalkAccuracy
    jump,     // farther from the one before than anybody walks in that time
    near,     // where the one before is
    full,     // kMostWalkFixes
};

// Fixes that were left out, by the reason.
struct WalkLeft {
    std::int64_t inexact = 0, jump = 0;

    friend bool operator==(const WalkLeft&, const WalkLeft&) = default;
};

class BoundaryWalk {
  public:
    explicit BoundaryWalk(WalkWay way = WalkWay::corners) : m_way(way) {}
    // As it was kept.
    BoundaryWalk(WalkWay way, std::vector<WalkFix> fixes, WalkLeft left);

    [[nodiscard]] WalkWay way() const { return m_way; }
    // Along a track each fix of the receiver; else one for each corner.
    WalkVerdict take(const Place& place);
    // After a pause the person may be anywhere: the next fix is no jump.
    void resume() { m_resumed = true; }
    // Takes the last corner back; along a track all that was walked since it. How many fixes are gone.
    std::size_t undo();

    [[nodiscard]] const std::vector<WalkFix>& fixes() const { return m_fixes; }
    [[nodiscard]] const WalkLeft& left() const { return m_left; }
    // The corners as they stand: not closed, the first is not repeated.
    [[nodiscard]] const std::vector<GeoPoint>& corners() const { return m_corners; }
    // Metres; 0 by corners.
    [[nodiscard]] double tolerance() const { return m_tolerance; }
    // Sides that cross: of the open line, or as it would be if it were closed now.
    [[nodiscard]] std::optional<Crossing> crossing(bool closed) const { return firstCrossing(m_corners, closed); }
    // Three corners at least, and none of its sides crosses another.
    [[nodiscard]] bool canClose() const { return m_corners.size() >= 3 && !crossing(true); }
    // Counterclockwise, the first corner again at the end. REQUIRES: canClose().
    [[nodiscard]] Ring ring() const;
    // Square metres of the outline as if it were closed now; 0 below three corners.
    [[nodiscard]] double area() const;
    // Metres along the corners.
    [[nodiscard]] double length() const;

  private:
    void derive();

    WalkWay m_way;
    std::vector<WalkFix> m_fixes;
    WalkLeft m_left;
    std::vector<GeoPoint> m_corners;
    std::vector<std::size_t> m_places;  // of the corners among the fixes
    double m_tolerance = 0;
    bool m_resumed = false;
};

// The places, among `line`, of the points that stay: each that is left out lies within `tolerance` metres of the line
// between those around it. The first and the last stay.
std::vector<std::size_t> simplified(const std::vector<GeoPoint>& line, double tolerance);

}  // namespace plumb::domain
