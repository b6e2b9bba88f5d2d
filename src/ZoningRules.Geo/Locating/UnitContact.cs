using NetTopologySuite.Geometries;
using ZoningRules.Geo.Layers;

namespace ZoningRules.Geo.Locating;

/// <summary>How a site meets a control unit, or comes too near to it to tell.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Window">The unit around the site; what of it is farther from the site's envelope than the doubt may be missing.</param>
/// <param name="Common">The common part as drawn, or null.</param>
/// <param name="Measure">Its area, length or number of points.</param>
/// <param name="IsSure">Whether the site reaches into the unit beyond doubt.</param>
/// <param name="IsTouching">Whether the common part is no more than a sliver.</param>
/// <param name="CoversSite">Whether the whole site as drawn lies in the unit.</param>
/// <param name="HoldsSite">Whether it does so beyond doubt.</param>
internal sealed record UnitContact(
    UnitFeature Unit, Lazy<Geometry> Window, Geometry? Common, double Measure, bool IsSure, bool IsTouching, bool CoversSite, bool HoldsSite);
