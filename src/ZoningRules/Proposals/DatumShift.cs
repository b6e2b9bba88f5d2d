namespace ZoningRules.Proposals;

/// <summary>
/// Parameters of a similarity transformation between geocentric positions that leads from a site's datum to CGCS2000, as a survey office gives them: three
/// translations, or seven parameters. Equality compares all members.
/// </summary>
/// <param name="TranslationX">Metres along the axis to longitude 0.</param>
/// <param name="TranslationY">Metres along the axis to longitude 90° east.</param>
/// <param name="TranslationZ">Metres along the axis to the north pole.</param>
/// <param name="RotationX">Rotation about the first axis in arc-seconds; 0 with three parameters.</param>
/// <param name="RotationY">Rotation about the second axis in arc-seconds.</param>
/// <param name="RotationZ">Rotation about the third axis in arc-seconds.</param>
/// <param name="ScalePpm">Change of scale in parts per million.</param>
/// <param name="Convention">How the signs of the rotations are meant; null with three parameters, which have none.</param>
public sealed record DatumShift(
    decimal TranslationX,
    decimal TranslationY,
    decimal TranslationZ,
    decimal RotationX,
    decimal RotationY,
    decimal RotationZ,
    decimal ScalePpm,
    RotationConvention? Convention)
{
    /// <summary>How far a transformed position may be from the true one, as the survey office states it; null when it is not stated.</summary>
    public Measures.Metres? Accuracy { get; init; }
}
