// Points that would lie on one another, brought together. The most urgent point of a cluster is its place, so that
// what needs somebody never moves away from where it is. Pure; any thread.
#pragma once

#include <QPointF>
#include <vector>

namespace plumb::mobile {

struct Cluster {
    QPointF at;     // of its first point
    int first = 0;  // that one's place in what was given
    int count = 1;
};

// `points` in order of urgency. In that order each point joins the earliest cluster that is nearer than `reach`, or
// begins one. Over a grid: as long as the points are spread it takes time in proportion to their number.
std::vector<Cluster> clustered(const std::vector<QPointF>& points, double reach);

}  // namespace plumb::mobile
