select {shown} from (
{statement}
) as answer ({columns})
