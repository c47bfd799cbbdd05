// Boost.JSON without its library file, as its documentation gives it for such builds.
#include <boost/json/src.hpp>
