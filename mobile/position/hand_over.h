// A place given to whatever map program the tablet has. UI thread.
#pragma once

#include <QString>

#include "shared/domain/geodesy.h"

namespace plumb::mobile {

// "38.247100, 101.968300", as people copy it.
QString pointText(const domain::GeoPoint& point);
// As a geo: address (RFC 5870) with the name in its query, as map programs read it; the numbers are on the clipboard
// then, for whatever else reads them. False where no program takes it.
bool handOver(const domain::GeoPoint& point, const QString& name);

}  // namespace plumb::mobile
